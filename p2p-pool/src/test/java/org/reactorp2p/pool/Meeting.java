/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/** Some nodes that all want to meet, as those of the original's tests of its pool do. */
final class Meeting {

  private static final String PING = "ping";

  private final List<P2pNetwork<String, ?, ?>> nodes;
  private final Scheduler time;
  private final Random random;

  Meeting(List<P2pNetwork<String, ?, ?>> nodes, Scheduler time, Random random) {
    this.nodes = nodes;
    this.time = time;
    this.random = random;
  }

  /** Everybody dials everybody, again and again until they are connected. */
  Mono<Void> everybodyKnowsEverybody() {
    return pairs((from, to) -> connected(from, to).then());
  }

  /**
   * Everybody does this so many times with everybody: connect, write a ping, read one, disconnect,
   * each time at a moment of chance.
   */
  Mono<Void> everybodyMeetsEverybody(int times) {
    return pairs((from, to) -> meets(from, to).repeat(times - 1).then());
  }

  /** Greets whoever comes with a ping. */
  static void greet(P2pNetwork<String, ?, ?> node) {
    node.connected().subscribe(there -> there.tryEmitNext(PING));
  }

  /** Says a ping on all its connections. */
  static Mono<Void> pingAll(P2pNetwork<String, ?, ?> node) {
    return Flux.fromIterable(node.connections()).flatMap(there -> there.send(PING), 100).then();
  }

  @FunctionalInterface
  private interface Encounter {
    Mono<Void> of(P2pNetwork<String, ?, ?> from, P2pNetwork<String, ?, ?> to);
  }

  private Mono<Void> pairs(Encounter encounter) {
    List<Mono<Void>> all = new ArrayList<>();
    for (P2pNetwork<String, ?, ?> from : nodes) {
      for (P2pNetwork<String, ?, ?> to : nodes) {
        if (from != to) {
          all.add(encounter.of(from, to));
        }
      }
    }
    return Mono.when(all);
  }

  /** To be connected already, by whoever dialled, is as good. */
  private Mono<PeerConnection<String>> connected(
      P2pNetwork<String, ?, ?> from, P2pNetwork<String, ?, ?> to) {
    return from.connect(PeerAddress.of(to.listening().orElseThrow()))
        .onErrorResume(
            AttemptFailedException.class,
            failed ->
                Mono.justOrEmpty(from.connection(to.peerId())).switchIfEmpty(Mono.error(failed)))
        .retryWhen(againSoon());
  }

  private Mono<Void> meets(P2pNetwork<String, ?, ?> from, P2pNetwork<String, ?, ?> to) {
    return pause()
        .then(Mono.defer(() -> from.connect(PeerAddress.of(to.listening().orElseThrow()))))
        .flatMap(there -> there.send(PING).then(there.receive().next()))
        // Both may own the one connection of dials that crossed, and one of them leaves first.
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("gone before it said a ping")))
        .then(Mono.defer(() -> from.disconnect(to.peerId(), "met")))
        .retryWhen(againSoon());
  }

  private Mono<Long> pause() {
    return Mono.defer(() -> Mono.delay(Duration.ofMillis(random.nextInt(2_000)), time));
  }

  private Retry againSoon() {
    return Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(200)).jitter(0.5).scheduler(time);
  }
}
