/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Being dialled, played over memory on virtual time. */
class WelcomeScenarioTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private final Town town = new Town(6);

  @Test
  void H_02_silent_sockets_wait_in_bounded_number_and_a_canary_is_still_admitted() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Watch watch = Watch.over(host);
    var closed = new AtomicInteger();
    Transport crowd = town.transport(66);
    for (int i = 0; i < 400; i++) {
      crowd.dial(HOST.point()).subscribe(link -> hold(link, closed));
    }
    town.pass(Duration.ofMillis(1));
    // Ten is what one address may have waiting.
    assertThat(closed).hasValue(390);
    assertThat(watch.of(P2pEvent.IncomingTurnedAway.class)).hasSize(390);

    P2pNetwork<String, ?, ?> canary = started(town.node(2));
    canary.connect(HOST).subscribe();
    town.pass(Duration.ofSeconds(2));
    assertThat(host.connection(canary.peerId())).isPresent();

    town.pass(Duration.ofSeconds(5));
    assertThat(closed).as("the rest run out of time").hasValue(400);
    P2pNetwork<String, ?, ?> late = started(town.node(66));
    town.await(late.connect(HOST));
  }

  @Test
  void H_01_a_byte_now_and_then_does_not_prolong_the_time() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Watch watch = Watch.over(host);
    var closed = new AtomicInteger();
    town.transport(66)
        .dial(HOST.point())
        .subscribe(
            link -> {
              hold(link, closed);
              link.send(Flux.interval(Duration.ofSeconds(1), town.time).map(tick -> new byte[1]))
                  .onErrorComplete()
                  .subscribe();
            });
    town.pass(Duration.ofMillis(5_100));
    assertThat(closed).hasValue(1);
    assertThat(watch.of(P2pEvent.AuthenticationFailed.class)).hasSize(1);
  }

  @Test
  void accepting_goes_on_after_it_failed() {
    var failures = new AtomicInteger(3);
    Transport sick =
        new Transport() {
          private final Transport sound = town.transport(1);

          @Override
          public Mono<Link> dial(Point to) {
            return sound.dial(to);
          }

          @Override
          public Mono<Listener> listen(Point on) {
            return sound.listen(on).map(listener -> new SickListener(listener, failures));
          }
        };
    P2pNetwork<String, ?, ?> host = started(town.node(1, town.identity(), sick));
    town.pass(Duration.ofSeconds(16));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    assertThat(failures).hasValue(0);
    assertThat(host.connections()).hasSize(1);
  }

  /** Fails to accept some times. */
  private record SickListener(Listener sound, AtomicInteger failures) implements Listener {

    @Override
    public Point local() {
      return sound.local();
    }

    @Override
    public Flux<Link> accept() {
      return Flux.defer(
          () ->
              failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                  ? Flux.error(
                      new LinkException(LinkException.Kind.EXHAUSTED, "no descriptors left"))
                  : sound.accept());
    }

    @Override
    public Mono<Void> close() {
      return sound.close();
    }
  }

  private static void hold(Link link, AtomicInteger closed) {
    link.receive().onErrorComplete().subscribe();
    link.onClose().subscribe(null, null, closed::incrementAndGet);
  }

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }
}
