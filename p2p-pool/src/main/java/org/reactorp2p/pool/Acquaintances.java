/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.connect.Scorekeeper;
import org.reactorp2p.pool.peer.ContactState.Phase;
import org.reactorp2p.pool.peer.Memory;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.PeerView;
import org.reactorp2p.pool.peer.PointView;
import org.reactorp2p.pool.score.Score;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Whom a network knows: the points it was told of, and the peers that proved who they are. May be
 * asked from any thread, before the start and after the stop too. Every answer is cold, is taken at
 * one moment when somebody subscribes, and is emitted on a thread of the environment's delivery
 * scheduler, which may block; what it holds is immutable and changes no more.
 */
public final class Acquaintances {

  private final Office office;
  private final Memory memory;
  private final Scorekeeper scores;
  private final Consumer<Passage> impostor; // to be ended, on the decisions' thread
  private final Scheduler delivery;

  Acquaintances(Premises<?> premises, Scheduler delivery) {
    this.office = premises.office();
    this.memory = premises.memory();
    this.scores = premises.scores();
    this.impostor = premises::disown;
    this.delivery = delivery;
  }

  /** What is known of this point; empty if nothing is. */
  public Mono<PointView> point(Point point) {
    return ask(memory -> memory.point(point)).flatMap(Mono::justOrEmpty);
  }

  /** What is known of this peer; empty if nothing is. */
  public Mono<PeerView> peer(PeerId peer) {
    return ask(memory -> memory.peer(peer)).flatMap(Mono::justOrEmpty);
  }

  /** What this peer is worth to us now, and why; whether it is connected, known or neither. */
  public Mono<Score> score(PeerId peer) {
    return ask(memory -> scores.of(peer));
  }

  /** All points, those known longest first. */
  public Flux<PointView> points() {
    return ask(Memory::points).flatMapIterable(Function.identity());
  }

  /** Those that stand like this. */
  public Flux<PointView> points(Set<Phase> states) {
    return points().filter(point -> states.contains(point.state().phase()));
  }

  /** All peers, those known longest first. */
  public Flux<PeerView> peers() {
    return ask(Memory::peers).flatMapIterable(Function.identity());
  }

  /** Those that stand like this; a peer is never {@link Phase#REQUESTED}. */
  public Flux<PeerView> peers(Set<Phase> states) {
    return peers().filter(peer -> states.contains(peer.state().phase()));
  }

  /** The points with which there is a connection. */
  public Flux<PointView> connectedPoints() {
    return points(Set.of(Phase.RUNNING));
  }

  /** The peers with which there is a connection. */
  public Flux<PeerView> connectedPeers() {
    return peers(Set.of(Phase.RUNNING));
  }

  /** Any point that stands like one of these; empty if none does. */
  public Mono<PointView> randomPoint(Set<Phase> states) {
    return points(states).collectList().flatMap(this::any);
  }

  /** Any peer that stands like one of these; empty if none does. */
  public Mono<PeerView> randomPeer(Set<Phase> states) {
    return peers(states).collectList().flatMap(this::any);
  }

  /** Points that turned out to lead to ourselves, the last seven. */
  public Flux<Point> ownPoints() {
    return ask(Memory::ownPoints).flatMapIterable(Function.identity());
  }

  /**
   * From now on this peer is wanted at the point and no other. A point that is not known becomes
   * known. Whoever else is connected there is disconnected; whoever else answers there, or says
   * that it listens there, is hung up on.
   *
   * @return completes when that holds
   */
  public Mono<Void> expect(Point point, PeerId peer) {
    return expectation(point, Optional.of(peer));
  }

  /** From now on anybody may be at the point. */
  public Mono<Void> expectAnybody(Point point) {
    return expectation(point, Optional.empty());
  }

  /**
   * Takes points as hearsay from this side: for applications that have a way of their own to find
   * some. They are bounded and pushed out like claims of peers.
   */
  public Mono<Void> suggest(Collection<Point> points) {
    List<Point> copy = List.copyOf(points);
    return ask(memory -> {
          memory.suggested(copy);
          return true;
        })
        .then();
  }

  private Mono<Void> expectation(Point point, Optional<PeerId> peer) {
    return ask(memory -> {
          memory.expect(point, peer).ifPresent(impostor);
          return true;
        })
        .then();
  }

  private <T> Mono<T> any(List<T> from) {
    return from.isEmpty()
        ? Mono.empty()
        : Mono.fromSupplier(() -> from.get(office.random().nextInt(from.size())))
            .subscribeOn(office.decisions())
            .publishOn(delivery);
  }

  private <T> Mono<T> ask(Function<Memory, T> question) {
    return Mono.fromSupplier(() -> question.apply(memory))
        .subscribeOn(office.decisions())
        .publishOn(delivery);
  }
}
