/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.connect.ArrivalRate;
import org.reactorp2p.pool.peer.PeerAddress;

class NetworkConfigTest {

  private final Town town = new Town(2);
  private final NetworkConfig config = NetworkConfig.of(Town.CHAIN);

  @Test
  void a_port_may_be_announced_by_who_does_not_listen_as_the_original_does() {
    Announcement mapped = new Announcement.Port(9732);
    assertThat(config.withAnnouncement(mapped).announcement()).isEqualTo(mapped);
  }

  @Test
  void more_peers_than_connections_are_refused() {
    NetworkConfig one = config.withLimits(ConnectionLimits.DEFAULT.withMaxConnections(1));
    List<PeerAddress> two = List.of(PeerAddress.of(Town.point(1)), PeerAddress.of(Town.point(2)));
    refused(
        () -> one.withPeers(two), "2 peers are to be dialled, but only 1 connections are allowed");
  }

  @Test
  void the_same_point_twice_is_refused() {
    Identity other = town.identity();
    refused(
        () ->
            config.withPeers(
                List.of(
                    PeerAddress.of(Town.point(1)), PeerAddress.of(Town.point(1), other.peerId()))),
        "10.0.0.1:9732 is to be dialled twice");
  }

  @Test
  void dialling_ourselves_is_refused() {
    refused(
        () -> town.node(1).peer(PeerAddress.of(Town.point(1))),
        "10.0.0.1:9732 is both our listen address and a peer to dial");
    Identity self = town.identity();
    P2pNetworkBuilder<String, ?, ?> builder =
        town.node(1, self).peer(PeerAddress.of(Town.point(2), self.peerId()));
    assertThatThrownBy(builder::build).hasMessageContaining("that is our own id");
  }

  @Test
  void dialling_somebody_who_is_banned_is_refused() {
    PeerAddress peer = PeerAddress.of(Town.point(2), town.identity().peerId());
    NetworkConfig dialling = config.withPeers(List.of(peer));
    for (String subject : List.of("10.0.0.0/24", peer.expected().orElseThrow().toString())) {
      var ban = new Ban(Subject.parse(subject), "loud", "me", Instant.EPOCH, Optional.empty());
      refused(
          () -> dialling.withAccess(AccessConfig.DEFAULT.withBans(List.of(ban))),
          peer + " is to be dialled, but " + subject + " is banned");
    }
  }

  @Test
  void a_longest_message_for_which_there_is_never_room_is_refused() {
    refused(
        () -> config.withAssemblyBudget(1000),
        "a message of %d bytes is allowed, but all unfinished ones together may have only 1000"
            .formatted(config.wire().maxMessageLength()));
  }

  @Test
  void limits_that_let_nobody_in_are_refused() {
    refused(
        () -> new ConnectionLimits(0, 20, 10, 1, ArrivalRate.DEFAULT),
        "at least one connection must be allowed, not 0");
    assertThatThrownBy(() -> new ConnectionLimits(1, 20, 21, 1, ArrivalRate.DEFAULT))
        .hasMessageContaining("21 and 20");
    assertThatThrownBy(() -> new ConnectionLimits(1, 0, 0, 1, ArrivalRate.DEFAULT))
        .hasMessageContaining("0 and 0");
    assertThatThrownBy(() -> new ConnectionLimits(1, 20, 10, 0, ArrivalRate.DEFAULT))
        .hasMessageContaining("dial");
  }

  @Test
  void other_values_out_of_range_are_refused() {
    assertThatThrownBy(() -> config.withAssemblyBudget(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> config.withDrainLimit(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S");
    assertThatThrownBy(() -> new Announcement.Port(0)).hasMessageContaining("0");
  }

  @Test
  void an_identity_weaker_than_what_we_ask_of_others_is_refused() {
    P2pNetworkBuilder<String, ?, ?> strict = town.node(1).requiredDifficulty(Difficulty.of(200));
    assertThatThrownBy(strict::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200");
  }

  @Test
  void the_announced_port_is_the_one_we_listen_on_unless_told_otherwise() {
    Optional<Point> at = Optional.of(Town.point(1));
    assertThat(config.announcement().port(at)).isEqualTo(OptionalInt.of(Town.PORT));
    assertThat(config.announcement().port(Optional.empty())).isEmpty();
    assertThat(new Announcement.Port(1).port(at)).isEqualTo(OptionalInt.of(1));
    assertThat(new Announcement.Nothing().port(at)).isEmpty();
  }

  @Test
  void a_builder_is_never_changed() {
    P2pNetworkBuilder<String, ?, ?> before = town.node(1);
    NetworkConfig then = before.config();
    before.peer(PeerAddress.of(Town.point(2))).limits(ConnectionLimits.DEFAULT).build();
    assertThat(before.config()).isSameAs(then);
    assertThat(before.build()).isNotSameAs(before.build());
  }

  private static void refused(ThrowingCallable attempt, String sentence) {
    assertThatThrownBy(attempt).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }
}
