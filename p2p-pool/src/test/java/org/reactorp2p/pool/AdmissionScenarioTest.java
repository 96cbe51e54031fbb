/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.connect.Setback;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Refusal;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;

/** Who is let in, played by whole networks over memory on virtual time. */
class AdmissionScenarioTest {

  private final Town town = new Town(3);

  @Test
  void never_one_over_the_limit_however_many_come_at_once() {
    int max = 3;
    P2pNetwork<String, ?, ?> host = started(town.node(1).limits(limits(max)));
    List<P2pNetwork<String, ?, ?>> guests = new ArrayList<>();
    for (int house = 2; house < 12; house++) {
      guests.add(town.node(house).peer(PeerAddress.of(Town.point(1))).build());
    }
    guests.forEach(guest -> guest.start().subscribe());
    for (int i = 0; i < 500; i++) {
      town.pass(Duration.ofMillis(10));
      assertThat(host.connections()).hasSizeLessThanOrEqualTo(max);
    }
    assertThat(host.connections()).hasSize(max);
    long connected = guests.stream().filter(guest -> !guest.connections().isEmpty()).count();
    assertThat(connected).isEqualTo(max);
  }

  @Test
  void whoever_is_refused_is_told_why_and_whom_else_to_try() {
    P2pNetwork<String, ?, ?> host = started(town.node(1).limits(limits(2)));
    started(town.node(2).peer(PeerAddress.of(Town.point(1))));
    started(
        town.node(3)
            .metadata(new ConnectionMetadata(false, true))
            .peer(PeerAddress.of(Town.point(1))));
    P2pNetwork<String, ?, ?> late = town.node(4).build();
    Watch watch = Watch.over(late);
    town.await(late.start());
    assertThatThrownBy(() -> town.await(late.connect(PeerAddress.of(Town.point(1)))))
        .hasRootCauseInstanceOf(AttemptFailedException.class);

    P2pEvent.RejectedByPeer refusal = watch.of(P2pEvent.RejectedByPeer.class).get(0);
    assertThat(refusal.motive()).isEqualTo(NackMotive.TOO_MANY_CONNECTIONS);
    assertThat(refusal.peerId()).contains(host.peerId());
    // Not that of the third, who wants to stay private.
    assertThat(refusal.points()).containsExactly(Town.point(2));
  }

  @Test
  void one_peer_gets_one_connection() {
    Identity twice = town.identity();
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> first =
        started(town.node(2, twice).peer(PeerAddress.of(Town.point(1))));
    P2pNetwork<String, ?, ?> second = town.node(3, twice).build();
    Watch watch = Watch.over(second);
    town.await(second.start());
    assertThatThrownBy(() -> town.await(second.connect(PeerAddress.of(Town.point(1)))))
        .hasRootCauseInstanceOf(AttemptFailedException.class);

    assertThat(watch.of(P2pEvent.RejectedByPeer.class))
        .extracting(P2pEvent.RejectedByPeer::motive)
        .containsExactly(NackMotive.ALREADY_CONNECTED);
    assertThat(host.connections()).hasSize(1);
    assertThat(first.connections()).hasSize(1);
  }

  @Test
  void a_point_that_is_connected_is_not_dialled_again() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2).peer(PeerAddress.of(Town.point(1))));
    town.pass(Duration.ofSeconds(1));

    assertSetback(guest, PeerAddress.of(Town.point(1)), new Setback.PointHeld());
    assertSetback(host, PeerAddress.of(Town.point(2)), new Setback.PointHeld());
  }

  @Test
  void nobody_is_dialled_when_there_is_no_place() {
    P2pNetwork<String, ?, ?> host = started(town.node(1).limits(limits(1)));
    started(town.node(2).peer(PeerAddress.of(Town.point(1))));
    town.pass(Duration.ofSeconds(1));
    assertSetback(host, PeerAddress.of(Town.point(3)), new Setback.NoPlace(Refusal.NO_PLACE));
  }

  @Test
  void H_07_we_do_not_connect_to_ourselves_and_do_not_try_again() {
    // The same machine under a second address, as behind a NAT.
    Identity self = town.identity();
    P2pNetwork<String, ?, ?> other = started(town.node(2, self).listen(Town.point(2)));
    P2pNetwork<String, ?, ?> node = town.node(1, self).peer(PeerAddress.of(Town.point(2))).build();
    Watch watch = Watch.over(node);
    town.await(node.start());
    town.pass(Duration.ofHours(1));

    assertThat(watch.kinds())
        .containsExactly(
            "PointLearned", "OutgoingAttempted", "AuthenticationFailed", "PointsForgotten");
    assertThat(watch.of(P2pEvent.AuthenticationFailed.class).get(0).fault())
        .isEqualTo(new Fault.Myself(self.peerId()));
    assertThat(other.connections()).isEmpty();
  }

  @Test
  void H_16_another_peer_than_the_expected_one_is_hung_up_on() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Identity expected = town.identity();
    P2pNetwork<String, ?, ?> node =
        town.node(2).peer(PeerAddress.of(Town.point(1), expected.peerId())).build();
    Watch watch = Watch.over(node);
    Watch hosts = Watch.over(host);
    town.await(node.start());
    town.pass(Duration.ofSeconds(1));

    assertThat(watch.of(P2pEvent.AuthenticationFailed.class).get(0).fault())
        .isEqualTo(new Fault.WrongPeer(expected.peerId(), host.peerId()));
    assertThat(node.connections()).isEmpty();
    town.pass(Duration.ofMinutes(1));
    assertThat(host.connections()).isEmpty();
    assertThat(hosts.of(P2pEvent.Connected.class)).isEmpty();
    // It is dialled again: the right one may come back.
    assertThat(watch.of(P2pEvent.OutgoingAttempted.class)).hasSizeGreaterThan(1);
  }

  @Test
  void H_10_another_chain_is_refused_with_its_motive() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> stranger =
        P2pNetwork.builder(
                MessageCodec.text(0x0010, 1000),
                town.identity(),
                ChainName.of("TOWN2"),
                town.environment(town.transport(2)))
            .maintenance(usual -> MaintenanceConfig.OFF)
            .requiredDifficulty(Difficulty.NONE)
            .build();
    Watch hosts = Watch.over(host);
    town.await(stranger.start());
    assertThatThrownBy(() -> town.await(stranger.connect(PeerAddress.of(Town.point(1)))))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
    town.pass(Duration.ofSeconds(10));
    assertThat(hosts.all()).noneMatch(P2pEvent.Connected.class::isInstance);
    assertThat(host.connections()).isEmpty();
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
    town.pass(Duration.ofSeconds(1));
    return network;
  }

  private static ConnectionLimits limits(int max) {
    return ConnectionLimits.DEFAULT.withMaxConnections(max);
  }
}
