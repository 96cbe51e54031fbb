/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Mono;

/** Starting and stopping, played over memory on virtual time. */
class LifecycleTest {

  private final Town town = new Town(4);

  @Test
  void X_04_a_start_that_fails_leaves_nothing_open_and_can_be_tried_again() {
    Listener squatter = town.await(town.transport(1).listen(Town.point(1)));
    P2pNetwork<String, ?, ?> network = town.node(1).peer(PeerAddress.of(Town.point(2))).build();
    Watch watch = Watch.over(network);
    assertThatThrownBy(() -> town.await(network.start()))
        .hasRootCauseInstanceOf(LinkException.class)
        .hasMessageContaining("taken");
    town.pass(Duration.ofMinutes(1));
    assertThat(watch.all()).isEmpty();
    assertThat(network.listening()).isEmpty();

    town.await(squatter.close());
    town.await(network.start());
    assertThat(network.listening()).contains(Town.point(1));
  }

  @Test
  void a_start_that_is_cancelled_leaves_the_port_free() {
    P2pNetwork<String, ?, ?> network = slow();
    network.start().subscribe().dispose();
    town.pass(Duration.ofSeconds(1));
    assertThat(network.listening()).isEmpty();
    town.await(town.node(1).build().start());
  }

  @Test
  void a_network_is_started_once() {
    P2pNetwork<String, ?, ?> network = town.node(1).build();
    town.await(network.start());
    assertThatThrownBy(() -> town.await(network.start()))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    town.await(network.stop());
    assertThatThrownBy(() -> town.await(network.start()))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void stopping_ends_every_connection_with_its_reason_and_every_stream() {
    P2pNetwork<String, ?, ?> host = town.node(1).build();
    Watch watch = Watch.over(host);
    List<String> ended = new ArrayList<>();
    host.events().doOnComplete(() -> ended.add("events")).subscribe();
    host.connected().doOnComplete(() -> ended.add("connected")).subscribe();
    host.receiveAny().doOnComplete(() -> ended.add("receiveAny")).subscribe();
    town.await(host.start());
    for (int house = 2; house < 7; house++) {
      town.await(town.node(house).peer(PeerAddress.of(Town.point(1))).build().start());
    }
    town.pass(Duration.ofSeconds(1));
    assertThat(host.connections()).hasSize(5);

    town.await(host.stop());
    assertThat(watch.of(P2pEvent.Disconnected.class))
        .extracting(P2pEvent.Disconnected::reason)
        .hasSize(5)
        .containsOnly(new DisconnectReason.NetworkStopped());
    assertThat(host.connections()).isEmpty();
    assertThat(ended).containsExactlyInAnyOrder("events", "connected", "receiveAny");
    // The port is free again.
    town.await(town.node(1).build().start());
  }

  @Test
  void what_is_queued_is_sent_before_a_stop_ends_a_connection() {
    P2pNetwork<String, ?, ?> host = town.node(1).build();
    P2pNetwork<String, ?, ?> guest = town.node(2).build();
    town.await(host.start());
    town.await(guest.start());
    town.await(guest.connect(PeerAddress.of(Town.point(1))));
    town.pass(Duration.ofSeconds(1));
    List<String> heard = new ArrayList<>();
    host.receiveAny().map(Received::message).subscribe(heard::add);
    town.pass(Duration.ofSeconds(1));
    for (int i = 0; i < 500; i++) {
      assertThat(guest.broadcast("message " + i).accepted()).isOne();
    }
    town.await(guest.stop());
    town.pass(Duration.ofSeconds(1));
    assertThat(heard).hasSize(500);
  }

  @Test
  void a_stop_is_bounded_even_if_a_peer_reads_nothing() {
    P2pNetwork<String, ?, ?> host = town.node(1).build();
    town.await(host.start());
    P2pNetwork<String, ?, ?> guest = town.node(2).build();
    Watch watch = Watch.over(guest);
    town.await(guest.start());
    // The host's application takes nothing.
    town.await(guest.connect(PeerAddress.of(Town.point(1))));
    String long_ = "x".repeat(900);
    for (int i = 0; i < 10_000; i++) {
      guest.broadcast(long_);
      if (i % 100 == 0) {
        town.pass(Duration.ofMillis(1));
      }
    }
    town.await(guest.stop());
    assertThat(watch.of(P2pEvent.Disconnected.class).get(0).reason())
        .isInstanceOf(DisconnectReason.DrainTimedOut.class);
  }

  @Test
  void stopping_is_idempotent_and_needs_no_start() {
    P2pNetwork<String, ?, ?> network = town.node(1).build();
    town.await(network.stop());
    town.await(network.stop());
    assertThat(town.await(network.events().collectList())).isEmpty();
  }

  @Test
  void a_stop_while_it_starts_is_a_stop() {
    P2pNetwork<String, ?, ?> network = slow();
    Mono<?> starting = network.start().cache();
    starting.onErrorComplete().subscribe();
    town.await(network.stop());
    assertThatThrownBy(() -> town.await(starting))
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThat(network.listening()).isEmpty();
    town.await(town.node(1).build().start());
  }

  @Test
  void a_stop_gives_up_handshakes_and_dials_and_nothing_stays_open() {
    for (int wait = 0; wait < 60; wait++) {
      var place = new Town(wait);
      var lagging =
          new LaggingTransport(
              place.transport(1), Duration.ofMillis(20), new Random(wait), place.time);
      P2pNetwork<String, ?, ?> host = place.node(1, place.identity(), lagging).build();
      place.await(host.start());
      P2pNetwork<String, ?, ?> guest = place.node(2).peer(PeerAddress.of(Town.point(1))).build();
      Watch watch = Watch.over(host);
      guest.start().subscribe();
      place.pass(Duration.ofMillis(wait));
      place.await(host.stop());
      assertThat(lagging.open()).as("stopped after %s ms", wait).isZero();
      assertBalanced(watch);
      place.await(guest.stop());
    }
  }

  @Test
  void a_connection_waits_with_its_messages_until_somebody_asks() {
    P2pNetwork<String, ?, ?> host = town.node(1).build();
    town.await(host.start());
    P2pNetwork<String, ?, ?> guest = town.node(2).build();
    town.await(guest.start());
    PeerConnection<String> there = town.await(guest.connect(PeerAddress.of(Town.point(1))));
    town.await(there.send("early"));
    town.pass(Duration.ofSeconds(10));

    List<String> heard = new ArrayList<>();
    host.connected().flatMap(PeerConnection::receive).subscribe(heard::add);
    town.pass(Duration.ofSeconds(1));
    assertThat(heard).containsExactly("early");
  }

  /** One whose port takes a while to open. */
  private P2pNetwork<String, ?, ?> slow() {
    var lagging =
        new LaggingTransport(town.transport(1), Duration.ofSeconds(1), new Random(1), town.time);
    return town.node(1, town.identity(), lagging).build();
  }

  /** Every attempt has one end, and every connection too. */
  private static void assertBalanced(Watch watch) {
    long begun =
        watch.of(P2pEvent.IncomingArrived.class).size()
            + watch.of(P2pEvent.OutgoingAttempted.class).size();
    long connected = watch.of(P2pEvent.Connected.class).size();
    long ended =
        watch.all().stream()
            .filter(
                event ->
                    event instanceof P2pEvent.IncomingTurnedAway
                        || event instanceof P2pEvent.DialFailed
                        || event instanceof P2pEvent.AttemptWithdrawn
                        || event instanceof P2pEvent.AuthenticationFailed
                        || event instanceof P2pEvent.PeerRejected
                        || event instanceof P2pEvent.RejectedByPeer)
            .count();
    assertThat(ended + connected).as(watch.all().toString()).isEqualTo(begun);
    assertThat(watch.of(P2pEvent.Disconnected.class)).hasSize((int) connected);
  }
}
