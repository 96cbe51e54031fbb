/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.Loss;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.connect.Setback;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Dialling, played over memory on virtual time. */
class DialScenarioTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private final Town town = new Town(5);

  @Test
  void X_03_a_dial_cancelled_at_any_moment_closes_its_socket_and_frees_its_place() {
    int cancelledInTime = 0;
    for (int wait = 0; wait < 150; wait++) {
      var place = new Town(wait);
      P2pNetwork<String, ?, ?> host = place.node(1).build();
      place.await(host.start());
      var lagging =
          new LaggingTransport(
              place.transport(2), Duration.ofMillis(40), new Random(wait), place.time);
      P2pNetwork<String, ?, ?> guest = place.node(2, place.identity(), lagging).build();
      place.await(guest.start());
      Watch watch = Watch.over(guest);

      Disposable dial = guest.connect(HOST).onErrorComplete().subscribe();
      place.pass(Duration.ofMillis(wait));
      boolean running = !guest.connections().isEmpty();
      dial.dispose();
      place.pass(Duration.ofSeconds(10));
      if (!running) {
        cancelledInTime++;
        assertThat(lagging.open()).as("cancelled after %s ms", wait).isZero();
        assertThat(host.connections()).isEmpty();
        assertThat(watch.of(P2pEvent.AttemptWithdrawn.class)).hasSize(1);
        place.await(guest.connect(HOST));
      }
      assertThat(guest.connections()).hasSize(1);
    }
    assertThat(cancelledInTime).isBetween(20, 149);
  }

  @Test
  void one_limit_covers_link_and_handshake() {
    // Somebody who takes the link and says nothing.
    var mute = town.await(town.transport(1).listen(Town.point(1)));
    mute.accept().subscribe(link -> link.receive().onErrorComplete().subscribe());
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    Watch watch = Watch.over(guest);
    guest.connect(HOST).onErrorComplete().subscribe();
    town.pass(Duration.ofMillis(9_900));
    assertThat(watch.kinds()).doesNotContain("AuthenticationFailed");
    town.pass(Duration.ofMillis(200));
    assertThat(watch.of(P2pEvent.AuthenticationFailed.class).get(0).fault())
        .isEqualTo(new Fault.Lost(Loss.TIMED_OUT));
  }

  @Test
  void a_dial_that_nobody_answers_times_out_and_is_cancelled() {
    var neverLinked =
        new Transport() {
          private int cancelled;

          @Override
          public Mono<org.reactorp2p.core.transport.Link> dial(org.reactorp2p.core.model.Point to) {
            return Mono.<org.reactorp2p.core.transport.Link>never().doOnCancel(() -> cancelled++);
          }

          @Override
          public Mono<org.reactorp2p.core.transport.Listener> listen(
              org.reactorp2p.core.model.Point on) {
            return town.transport(2).listen(on);
          }
        };
    P2pNetwork<String, ?, ?> guest = started(town.node(2, town.identity(), neverLinked));
    Watch watch = Watch.over(guest);
    guest.connect(HOST).onErrorComplete().subscribe();
    town.pass(Duration.ofSeconds(11));
    assertThat(watch.of(P2pEvent.DialFailed.class))
        .containsExactly(new P2pEvent.DialFailed(HOST.point(), LinkException.Kind.TIMED_OUT));
    assertThat(neverLinked.cancelled).isOne();
  }

  @Test
  void a_refused_dial_says_so() {
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.transport(1);
    assertThatThrownBy(() -> town.await(guest.connect(HOST)))
        .rootCause()
        .isInstanceOfSatisfying(
            AttemptFailedException.class,
            failed ->
                assertThat(failed.setback())
                    .isEqualTo(new Setback.Unreachable(LinkException.Kind.REFUSED)));
  }

  @Test
  void a_named_peer_is_dialled_until_it_answers_with_growing_pauses() {
    P2pNetwork<String, ?, ?> guest = town.node(2).peer(HOST).build();
    Watch watch = Watch.over(guest);
    town.await(guest.start());
    town.pass(Duration.ofMinutes(10));
    int attempts = watch.of(P2pEvent.OutgoingAttempted.class).size();
    // 1 s, 1.5 s, 2.25 s, … up to 15 s, each a quarter more or less.
    assertThat(attempts).isBetween(40, 55);

    P2pNetwork<String, ?, ?> host = started(town.node(1));
    town.pass(Duration.ofSeconds(19));
    assertThat(host.connections()).hasSize(1);
  }

  @Test
  void a_named_peer_that_was_lost_is_dialled_again_soon() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2).peer(HOST));
    town.pass(Duration.ofSeconds(1));
    assertThat(guest.connections()).hasSize(1);
    host.connections().get(0).disconnect(new DisconnectReason.Requested("a test"));
    town.pass(Duration.ofMillis(100));
    assertThat(guest.connections()).isEmpty();
    town.pass(Duration.ofSeconds(2));
    assertThat(guest.connections()).hasSize(1);
  }

  @Test
  void a_named_peer_that_came_by_itself_is_left_alone() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = town.node(2).peer(HOST).build();
    town.await(guest.start());
    town.await(host.connect(PeerAddress.of(Town.point(2))).onErrorComplete());
    town.pass(Duration.ofSeconds(5));
    Watch watch = Watch.over(guest);
    town.pass(Duration.ofHours(1));
    assertThat(watch.kinds()).containsExactly("ListeningStarted", "Connected");
  }

  @Test
  void two_runs_from_one_seed_are_alike() {
    assertThat(story(7)).isEqualTo(story(7)).isNotEqualTo(story(8));
  }

  private static List<String> story(long seed) {
    var place = new Town(seed);
    P2pNetwork<String, ?, ?> guest = place.node(2).peer(HOST).build();
    Watch watch = Watch.over(guest);
    place.await(guest.start());
    place.pass(Duration.ofMinutes(1));
    P2pNetwork<String, ?, ?> host = place.node(1).build();
    place.await(host.start());
    place.pass(Duration.ofMinutes(5));
    return watch.all().stream().map(Object::toString).toList();
  }

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }
}
