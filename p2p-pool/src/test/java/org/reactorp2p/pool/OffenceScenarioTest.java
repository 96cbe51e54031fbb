/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.P2pEvent.TurnedAway;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;

/** What greylists whom by itself, played over memory on virtual time. */
class OffenceScenarioTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));
  private static final byte[] HTTP = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Duration PENANCE = Duration.ofMinutes(10);

  private final Town town = new Town(13);

  @Test
  void F_11_whoever_speaks_another_protocol_is_out_for_ten_minutes_to_the_dot() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Watch watch = Watch.over(host);
    new Stranger(town.transport(2), HOST.point(), HTTP);
    town.pass(Duration.ofSeconds(1));
    Greylisting entry = watch.of(P2pEvent.Greylisted.class).get(0).entry();
    assertThat(entry.subject()).isEqualTo(Subject.of(Town.address(2)));
    assertThat(entry.offence()).contains(Offence.GREETING_LENGTH);
    assertThat(Duration.between(entry.since(), entry.until())).isEqualTo(PENANCE);

    var early = new Stranger(town.transport(2), HOST.point());
    town.pass(Duration.ofSeconds(1));
    assertThat(early.received()).isZero();
    assertThat(watch.of(P2pEvent.IncomingTurnedAway.class))
        .extracting(P2pEvent.IncomingTurnedAway::why)
        .containsExactly(TurnedAway.GREYLISTED);
    town.pass(PENANCE);
    town.await(started(town.node(2)).connect(HOST));
  }

  @Test
  void H_12_the_same_fault_twice_has_the_same_consequence() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    for (int i = 0; i < 2; i++) {
      Watch watch = Watch.over(host);
      new Stranger(town.transport(2), HOST.point(), HTTP);
      town.pass(Duration.ofSeconds(1));
      assertThat(watch.of(P2pEvent.Greylisted.class)).hasSize(1);
      town.pass(PENANCE);
    }
  }

  @Test
  void P_10_a_hostile_neighbour_does_not_cut_off_a_trusted_peer() {
    Identity friend = town.identity();
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2, friend).peer(HOST));
    town.await(host.access().trust(Trustee.of(friend.peerId())));
    town.pass(Duration.ofSeconds(5));
    assertThat(host.connections()).hasSize(1);

    new Stranger(town.transport(2), HOST.point(), HTTP);
    town.pass(Duration.ofSeconds(1));
    assertThat(town.await(host.access().snapshot()).greylist()).hasSize(1);
    assertThat(host.connections()).as("it keeps its connection").hasSize(1);

    guest.disconnect(host.peerId(), "test");
    town.pass(Duration.ofMillis(10));
    assertThat(host.connections()).isEmpty();
    town.pass(Duration.ofSeconds(10));
    assertThat(host.connections()).as("and regains it").hasSize(1);

    P2pNetwork<String, ?, ?> neighbour = started(town.node(2, town.identity()));
    assertThatThrownBy(() -> town.await(neighbour.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
  }

  @Test
  void P_11_leaving_refusals_and_silence_greylist_nobody() {
    P2pNetwork<String, ?, ?> host =
        started(town.node(1).limits(ConnectionLimits.DEFAULT.withMaxConnections(1)));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    P2pNetwork<String, ?, ?> other = started(town.node(3));
    assertThatThrownBy(() -> town.await(other.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
    var silent = new Stranger(town.transport(4), HOST.point());
    town.pass(Duration.ofSeconds(10));
    assertThat(silent.isClosed()).isTrue();
    var rude = new Stranger(town.transport(4), HOST.point());
    town.pass(Duration.ofMillis(10));
    rude.hangUp();
    town.await(guest.disconnect(host.peerId(), "test"));
    town.pass(Duration.ofSeconds(1));
    assertThat(town.await(host.access().snapshot()).greylist()).isEmpty();
  }

  @Test
  void a_peer_that_sends_nonsense_under_its_own_key_is_out_wherever_it_goes() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Identity who = town.identity();
    P2pNetwork<byte[], ?, ?> liar =
        P2pNetwork.builder(MessageCodec.bytes(0x0011, 1000), who, Town.CHAIN, environment(2))
            .maintenance(usual -> MaintenanceConfig.OFF)
            .requiredDifficulty(Difficulty.NONE)
            .build();
    Watch watch = Watch.over(host);
    town.await(liar.start());
    town.await(liar.connect(HOST)).send(new byte[10]).subscribe();
    town.pass(Duration.ofSeconds(1));
    assertThat(watch.of(P2pEvent.Greylisted.class))
        .extracting(event -> event.entry().subject())
        .containsExactly(Subject.of(Town.address(2)), Subject.of(who.peerId()));
    P2pNetwork<String, ?, ?> again = started(town.node(3, who));
    assertThatThrownBy(() -> town.await(again.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
    town.pass(PENANCE);
    town.await(started(town.node(2)).connect(HOST));
  }

  @Test
  void P_13_a_trusted_point_of_another_chain_stays_trusted() {
    P2pNetwork<String, ?, ?> other =
        started(
            P2pNetwork.builder(
                    MessageCodec.text(0x0010, 1000),
                    town.identity(),
                    ChainName.of("ELSEWHERE"),
                    environment(1))
                .maintenance(usual -> MaintenanceConfig.OFF)
                .requiredDifficulty(Difficulty.NONE)
                .listen(Town.point(1)));
    P2pNetwork<String, ?, ?> node = started(town.node(2).peer(HOST));
    Watch watch = Watch.over(node);
    town.pass(Duration.ofHours(1));
    assertThat(watch.of(P2pEvent.PeerRejected.class))
        .isNotEmpty()
        .allMatch(event -> event.motive().equals(NackMotive.UNKNOWN_CHAIN_NAME));
    town.await(other.stop());
    assertThat(town.await(node.access().snapshot()).trusted())
        .isEqualTo(List.of(new Trustee.Place(Town.point(1), Optional.empty())));
    started(town.node(1));
    town.pass(Duration.ofMinutes(2));
    assertThat(node.connections()).hasSize(1);
  }

  private Environment environment(int house) {
    return town.environment(town.transport(house));
  }

  private <M> P2pNetwork<M, ?, ?> started(P2pNetworkBuilder<M, ?, ?> builder) {
    P2pNetwork<M, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }
}
