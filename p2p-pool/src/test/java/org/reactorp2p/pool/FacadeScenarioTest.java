/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.connect.ConnectOptions;
import org.reactorp2p.pool.connect.Setback;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Sinks.EmitResult;

/** What an application asks of a network, played over memory on virtual time. */
class FacadeScenarioTest {

  private static final Point HOST = Town.point(1);

  private final Town town = new Town(11);
  private final P2pNetwork<String, ?, ?> host = started(town.node(1));

  @Test
  void a_connection_is_found_by_peer_and_by_point_from_both_ends() {
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    PeerConnection<String> there = connect(guest);
    assertThat(guest.connection(host.peerId())).containsSame(there);
    assertThat(guest.connection(HOST)).containsSame(there);

    PeerConnection<String> here = host.connections().get(0);
    assertThat(host.connection(Town.point(2))).as("where it listens").containsSame(here);
    assertThat(host.connection(here.info().remote())).as("its socket").containsSame(here);
    assertThat(host.connection(Town.point(3))).isEmpty();
  }

  @Test
  void a_disconnect_by_peer_ends_it_with_the_users_words() {
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    Watch watch = Watch.over(guest);
    connect(guest);
    town.await(guest.disconnect(host.peerId(), "seen enough"));
    town.pass(Duration.ofSeconds(1));
    assertThat(watch.of(P2pEvent.Disconnected.class))
        .extracting(P2pEvent.Disconnected::reason)
        .containsExactly(new DisconnectReason.Requested("seen enough"));
    assertThat(guest.connections()).isEmpty();
    assertThat(host.connections()).isEmpty();
  }

  @Test
  void a_disconnect_by_point_is_under_way_whether_anybody_subscribes_or_not() {
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    connect(guest);
    host.disconnect(Town.point(2), "not today");
    town.pass(Duration.ofSeconds(1));
    assertThat(guest.connections()).isEmpty();
  }

  @Test
  void a_disconnect_of_nobody_completes() {
    town.await(host.disconnect(Town.point(7), "nobody there"));
    town.await(host.disconnect(town.identity().peerId(), "nobody there"));
  }

  @Test
  void an_attempt_may_begin_with_trust_that_stays_even_if_it_fails() {
    P2pNetwork<String, ?, ?> shy =
        started(town.node(2).access(access -> access.withVisitors(Visitors.TRUSTED_ONLY)));
    PeerAddress nobody = PeerAddress.of(Town.point(9));
    ConnectOptions trusting = ConnectOptions.DEFAULT.trusting();
    assertThatThrownBy(() -> town.await(shy.connect(PeerAddress.of(HOST)))).isNotNull();
    town.await(shy.connect(PeerAddress.of(HOST), trusting));
    assertThat(shy.connections()).hasSize(1);
    assertThatThrownBy(() -> town.await(shy.connect(nobody, trusting))).isNotNull();
    assertThat(town.await(shy.access().snapshot()).trusted())
        .containsExactlyInAnyOrder(
            new Trustee.Place(HOST, Optional.empty()),
            new Trustee.Place(nobody.point(), Optional.empty()));
  }

  @Test
  void an_attempt_has_its_own_patience_be_it_shorter_or_longer() {
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    // Takes the link and says nothing.
    town.await(town.transport(3).listen(Town.point(3))).accept().subscribe();
    for (long seconds : new long[] {1, 60}) {
      Duration patience = Duration.ofSeconds(seconds);
      var attempt =
          guest
              .connect(PeerAddress.of(Town.point(3)), ConnectOptions.DEFAULT.withTimeout(patience))
              .toFuture();
      town.pass(patience.minusMillis(1));
      assertThat(attempt).as("before %s", patience).isNotDone();
      town.pass(Duration.ofMillis(2));
      assertThat(attempt).as("after %s", patience).isCompletedExceptionally();
    }
  }

  @Test
  void C_04_a_patience_of_none_or_without_end_is_refused() {
    for (Duration bad :
        new Duration[] {Duration.ZERO, Duration.ofNanos(-1), Duration.ofSeconds(Long.MAX_VALUE)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConnectOptions.DEFAULT.withTimeout(bad))
          .withMessageContaining("the time for an attempt");
    }
    ConnectOptions.DEFAULT.withTimeout(Duration.ofNanos(1));
  }

  @Test
  void a_failure_says_why_in_a_type() {
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    assertThatThrownBy(() -> town.await(guest.connect(PeerAddress.of(Town.point(9)))))
        .cause()
        .isInstanceOfSatisfying(
            AttemptFailedException.class,
            failure ->
                assertThat(failure.setback())
                    .isEqualTo(new Setback.Unreachable(LinkException.Kind.UNREACHABLE)));
  }

  @Test
  void versions_are_announced_and_agreed_on() {
    P2pNetwork<String, ?, ?> old =
        started(town.node(2).handshake(shake -> shake.withVersions(Set.of(0, 1), Set.of(0))));
    assertThat(old.announcedVersion()).isEqualTo(new NetworkVersion(Town.CHAIN, 1, 0));
    assertThat(host.announcedVersion()).isEqualTo(new NetworkVersion(Town.CHAIN, 2, 1));
    PeerConnection<String> there = connect(old);
    assertThat(there.info().announced()).isEqualTo(host.announcedVersion());
    assertThat(there.info().negotiated()).isEqualTo(new NetworkVersion(Town.CHAIN, 1, 0));
    town.pass(Duration.ofSeconds(1));
    assertThat(host.connections().get(0).info().negotiated()).isEqualTo(there.info().negotiated());
  }

  @Test
  void one_builder_makes_any_number_of_networks_that_know_nothing_of_each_other() {
    P2pNetworkBuilder<String, ?, ?> builder = town.node(5, town.identity());
    P2pNetwork<String, ?, ?> first = started(builder);
    P2pNetwork<String, ?, ?> second = started(builder);
    town.await(first.connect(PeerAddress.of(HOST)));
    assertThat(second.connections()).isEmpty();
    town.await(second.stop());
    assertThat(first.connections()).hasSize(1);
    assertThat(first.stat().connections().outbound()).isOne();
    assertThat(second.stat().connections().all()).isZero();
  }

  @Test
  void X_06_a_listener_may_stop_the_network_from_within() {
    P2pNetwork<String, ?, ?> guest = town.node(2).build();
    guest.events().ofType(P2pEvent.Connected.class).subscribe(event -> guest.stop());
    town.await(guest.start());
    guest.connect(PeerAddress.of(HOST)).onErrorComplete().subscribe();
    town.pass(Duration.ofSeconds(10));
    assertThat(guest.connections()).isEmpty();
    assertThat(host.connections()).isEmpty();
    town.await(guest.stop());
  }

  @Test
  void each_connection_counts_what_it_drops() {
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    PeerConnection<String> there = connect(guest);
    long refused = 0;
    for (int i = 0; i < 20_000; i++) {
      EmitResult result = there.tryEmitNext("x".repeat(900));
      refused += result == EmitResult.FAIL_OVERFLOW ? 1 : 0;
    }
    assertThat(refused).isPositive();
    assertThat(there.stat().dropped()).isEqualTo(refused);
  }

  private PeerConnection<String> connect(P2pNetwork<String, ?, ?> guest) {
    PeerConnection<String> there = town.await(guest.connect(PeerAddress.of(HOST)));
    town.pass(Duration.ofSeconds(1));
    return there;
  }

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    return town.await(builder.build().start());
  }
}
