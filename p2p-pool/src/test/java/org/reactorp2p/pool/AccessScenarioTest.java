/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.acl.AddressBlock;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.connect.Setback;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.P2pEvent.TurnedAway;
import org.reactorp2p.pool.peer.PeerAddress;

/** Keeping out and trusting by hand, played by whole networks over memory on virtual time. */
class AccessScenarioTest {

  private static final BanTerms FOREVER = BanTerms.forever("test");
  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));
  private static final Duration DAY = Duration.ofDays(1);

  private final Town town = new Town(12);

  @Test
  void P_12_a_banned_peer_is_gone_when_the_ban_completes_and_does_not_come_back() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2).peer(HOST));
    Watch watch = Watch.over(host);
    town.pass(Duration.ofSeconds(1));
    assertThat(host.connections()).hasSize(1);

    town.await(host.access().ban(Subject.of(guest.peerId()), FOREVER));
    assertThat(host.connections()).isEmpty();
    town.pass(Duration.ofMinutes(10));
    assertThat(host.connections()).isEmpty();
    assertThat(reasons(watch)).containsExactly(new DisconnectReason.PeerBanned());
    assertThat(watch.of(P2pEvent.AuthenticationFailed.class))
        .isNotEmpty()
        .allMatch(e -> e.fault().equals(new Fault.Dropped(Objection.BANNED)));
    assertThat(watch.of(P2pEvent.Connected.class)).hasSize(1);

    town.await(host.access().unban(Subject.of(guest.peerId())));
    town.pass(Duration.ofMinutes(2));
    assertThat(host.connections()).hasSize(1);
  }

  @Test
  void W_04_a_banned_address_is_turned_away_before_a_byte_is_sent() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2).peer(HOST));
    P2pNetwork<String, ?, ?> other = started(town.node(3).peer(HOST));
    town.pass(Duration.ofSeconds(1));
    Watch watch = Watch.over(host);

    town.await(host.access().ban(Subject.of(Town.address(2)), FOREVER));
    assertThat(host.connections())
        .extracting(c -> c.info().peerId())
        .containsExactly(other.peerId());
    assertThat(reasons(watch)).containsExactly(new DisconnectReason.AddressBanned());

    var stranger = new Stranger(town.transport(2), HOST.point());
    town.pass(Duration.ofSeconds(1));
    assertThat(stranger.isClosed()).isTrue();
    assertThat(stranger.received()).isZero();
    town.pass(Duration.ofMinutes(1));
    assertThat(turnedAway(watch)).isNotEmpty().containsOnly(TurnedAway.BANNED);
    assertThat(guest.connections()).isEmpty();
  }

  @Test
  void a_banned_block_is_not_dialled() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    town.await(host.access().ban(Subject.parse("10.0.0.0/24"), FOREVER));
    assertSetback(host, PeerAddress.of(Town.point(7)), new Setback.Barred(Objection.BANNED));
    town.await(host.access().unban(Subject.parse("10.0.0.0/24")));
    assertThatThrownBy(() -> town.await(host.connect(PeerAddress.of(Town.point(7)))))
        .hasMessageContaining("no link came about");
  }

  @Test
  void a_ban_meets_whoever_is_still_shaking_hands() {
    for (int millis = 0; millis < 30; millis++) {
      var street = new Town(millis);
      P2pNetwork<String, ?, ?> host = street.node(1).build();
      street.await(host.start());
      Identity who = street.identity();
      P2pNetwork<String, ?, ?> guest = street.node(2, who).build();
      street.await(guest.start());
      guest.connect(HOST).onErrorComplete().subscribe();
      street.pass(Duration.ofNanos(millis * 50_000L));
      street.await(host.access().ban(Subject.of(who.peerId()), FOREVER));
      assertThat(host.connections()).isEmpty();
      street.pass(Duration.ofSeconds(20));
      assertThat(host.connections()).isEmpty();
    }
  }

  @Test
  void a_ban_ends_by_itself_and_everybody_may_ask_what_holds() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    Subject subject = Subject.of(guest.peerId());
    town.await(host.access().ban(subject, BanTerms.lasting(DAY, "a day off")));
    List<Ban> bans = town.await(host.access().snapshot()).bans();
    assertThat(bans).extracting(Ban::reason).containsExactly("a day off");
    assertThat(bans).extracting(Ban::author).containsExactly("operator");

    assertThatThrownBy(() -> town.await(guest.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
    town.pass(DAY);
    town.await(guest.connect(HOST));
    assertThat(town.await(host.access().snapshot()).bans()).isEmpty();
  }

  @Test
  void in_private_mode_only_trusted_ones_come_in_and_untrusted_ones_leave() {
    Identity friend = town.identity();
    P2pNetwork<String, ?, ?> host =
        started(
            town.node(1)
                .access(
                    access ->
                        access
                            .withVisitors(Visitors.TRUSTED_ONLY)
                            .withTrusted(List.of(Trustee.of(friend.peerId())))));
    Watch watch = Watch.over(host);
    P2pNetwork<String, ?, ?> stranger = started(town.node(2));
    P2pNetwork<String, ?, ?> guest = started(town.node(3, friend));
    assertThatThrownBy(() -> town.await(stranger.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
    town.pass(Duration.ofSeconds(1));
    assertThat(watch.of(P2pEvent.AuthenticationFailed.class))
        .extracting(P2pEvent.AuthenticationFailed::fault)
        .containsExactly(new Fault.Dropped(Objection.PRIVATE_MODE));
    assertSetback(host, PeerAddress.of(Town.point(2)), new Setback.Barred(Objection.PRIVATE_MODE));

    var connection = town.await(guest.connect(HOST));
    assertThat(connection.info().metadata().privateNode()).as("it says so").isTrue();
    assertThat(town.await(host.access().untrust(Trustee.of(friend.peerId())))).isTrue();
    assertThat(host.connections()).isEmpty();
    assertThat(reasons(watch)).containsExactly(new DisconnectReason.NotTrusted());
    assertThat(town.await(host.access().untrust(Trustee.of(friend.peerId())))).isFalse();
  }

  @Test
  void in_private_mode_a_trusted_point_is_dialled_and_its_peer_may_come_by_itself() {
    P2pNetwork<String, ?, ?> host =
        started(
            town.node(1)
                .peer(PeerAddress.of(Town.point(2)))
                .access(access -> access.withVisitors(Visitors.TRUSTED_ONLY)));
    P2pNetwork<String, ?, ?> friend = started(town.node(2));
    town.await(friend.connect(HOST));
    assertThat(host.connections()).hasSize(1);
  }

  @Test
  void a_ban_beats_trust_and_trust_beats_the_greylist() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    Subject address = Subject.of(Town.address(2));
    town.await(host.access().trust(Trustee.of(guest.peerId())));
    town.await(guest.connect(HOST));
    town.await(host.access().greylist(address, DAY));
    assertThat(host.connections()).as("trusted, and so let alone").hasSize(1);
    assertThatThrownBy(() -> town.await(host.access().greylist(Subject.of(guest.peerId()), DAY)))
        .hasMessageContaining("distrust it first");
    town.await(host.access().ban(address, FOREVER));
    assertThat(host.connections()).isEmpty();
  }

  @Test
  void greylisting_by_hand_ends_connections_and_clearing_lifts_it_and_no_ban() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    Watch watch = Watch.over(host);
    town.await(guest.connect(HOST));
    town.await(host.access().greylist(Subject.of(guest.peerId()), DAY));
    assertThat(host.connections()).isEmpty();
    assertThat(reasons(watch)).containsExactly(new DisconnectReason.Greylisted());
    assertThatThrownBy(() -> town.await(guest.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);

    town.await(host.access().ban(Subject.of(Town.address(9)), FOREVER));
    assertThat(town.await(host.access().clear())).isEqualTo(1);
    town.await(guest.connect(HOST));
    assertThat(town.await(host.access().snapshot()).bans()).hasSize(1);
  }

  @Test
  void a_peer_may_be_greylisted_after_it_left() {
    // The original does nothing when its peer is not connected any more.
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    town.await(host.disconnect(guest.peerId(), "bad block"));
    town.await(host.access().greylist(Subject.of(guest.peerId()), DAY));
    assertThatThrownBy(() -> town.await(guest.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
  }

  @Test
  void H_16_a_trusted_point_with_an_id_is_dialled_for_that_id() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Identity expected = town.identity();
    P2pNetwork<String, ?, ?> node = started(town.node(2));
    town.await(
        node.access().trust(new Trustee.Place(Town.point(1), Optional.of(expected.peerId()))));
    assertSetback(
        node, HOST, new Setback.Failed(new Fault.WrongPeer(expected.peerId(), host.peerId())));
  }

  @Test
  void whoever_stands_where_another_is_expected_is_hung_up_on_and_disconnected() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    Identity expected = town.identity();
    Watch watch = Watch.over(host);
    town.await(guest.connect(HOST));
    town.await(
        host.access().trust(new Trustee.Place(Town.point(2), Optional.of(expected.peerId()))));
    assertThat(host.connections()).isEmpty();
    assertThat(reasons(watch)).containsExactly(new DisconnectReason.UnexpectedPeer());
    assertThatThrownBy(() -> town.await(guest.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
    town.pass(Duration.ofSeconds(1));
    assertThat(watch.of(P2pEvent.AuthenticationFailed.class))
        .extracting(P2pEvent.AuthenticationFailed::fault)
        .containsExactly(new Fault.Dropped(Objection.UNEXPECTED_PEER));
  }

  @Test
  void the_lists_may_be_changed_before_the_network_starts_and_say_what_changed() {
    P2pNetwork<String, ?, ?> host = town.node(1).build();
    Watch watch = Watch.over(host);
    Subject subject = new Subject.Addresses(AddressBlock.parse("10.0.0.2"));
    town.await(host.access().ban(subject, FOREVER));
    town.await(host.access().trust(Trustee.of(Town.point(3))));
    town.await(host.access().untrust(Trustee.of(Town.point(3))));
    town.await(host.access().greylist(subject, DAY));
    town.await(host.access().clear());
    town.await(host.start());
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    assertThatThrownBy(() -> town.await(guest.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
    town.await(host.access().unban(subject));
    town.await(host.access().unban(subject));
    town.pass(Duration.ofSeconds(1));
    assertThat(watch.kinds())
        .containsExactly(
            "Banned",
            "Trusted",
            "Untrusted",
            "Greylisted",
            "GreylistCleared",
            "ListeningStarted",
            "IncomingArrived",
            "IncomingTurnedAway",
            "Unbanned");
  }

  private static List<DisconnectReason> reasons(Watch watch) {
    return watch.of(P2pEvent.Disconnected.class).stream()
        .map(P2pEvent.Disconnected::reason)
        .toList();
  }

  private static List<TurnedAway> turnedAway(Watch watch) {
    return watch.of(P2pEvent.IncomingTurnedAway.class).stream()
        .map(P2pEvent.IncomingTurnedAway::why)
        .toList();
  }

  private void assertSetback(P2pNetwork<String, ?, ?> network, PeerAddress to, Setback setback) {
    assertThatThrownBy(() -> town.await(network.connect(to)))
        .rootCause()
        .isInstanceOfSatisfying(
            AttemptFailedException.class,
            failed -> assertThat(failed.setback()).isEqualTo(setback));
  }

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }
}
