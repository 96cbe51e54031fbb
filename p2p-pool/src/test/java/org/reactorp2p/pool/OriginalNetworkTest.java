/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.ContactState.Phase;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.PeerView;
import org.reactorp2p.pool.peer.PointView;

/**
 * What {@code tezt/tests/p2p.ml} of the original asserts of whole nodes, over memory on virtual
 * time; see {@link OriginalNetworkIT} too, and {@code OriginalNodeIT} of the command line.
 */
@Tag("original")
class OriginalNetworkTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private final Town town = new Town(36);

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  @Test
  @DisplayName("tezt/tests/p2p.ml: peers with different chain name")
  void both_sides_of_two_chains_tell_a_nack() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest =
        started(
            P2pNetwork.builder(
                    MessageCodec.text(0x0010, 1000),
                    town.identity(),
                    ChainName.of("ANOTHER"),
                    town.environment(town.transport(2)))
                .requiredDifficulty(Difficulty.NONE));
    Watch hosts = Watch.over(host);
    Watch guests = Watch.over(guest);
    town.await(guest.connect(HOST).then().onErrorComplete());
    town.pass(Duration.ofSeconds(10));
    for (Watch watch : List.of(hosts, guests)) {
      assertThat(watch.of(P2pEvent.PeerRejected.class))
          .extracting(P2pEvent.PeerRejected::motive)
          .containsExactly(NackMotive.UNKNOWN_CHAIN_NAME);
      assertThat(watch.kinds()).doesNotContain("Connected");
    }
  }

  /** Whatever tells how things stand agrees with whatever else does. */
  @Test
  @DisplayName("tezt/tests/p2p.ml: p2p stat")
  void the_statistics_agree_with_the_tables() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    for (int house = 2; house < 8; house++) {
      P2pNetwork<String, ?, ?> guest = started(town.node(house));
      town.await(guest.connect(HOST));
      if (house % 3 == 0) {
        town.await(guest.stop());
      }
    }
    town.await(host.connect(PeerAddress.of(Town.point(99))).then().onErrorComplete());
    town.pass(Duration.ofSeconds(1));

    Set<PeerId> running =
        town
            .await(host.known().peers(Set.of(Phase.RUNNING)).map(PeerView::id).collectList())
            .stream()
            .collect(Collectors.toSet());
    assertThat(running)
        .hasSize(4)
        .isEqualTo(
            host.connections().stream().map(c -> c.info().peerId()).collect(Collectors.toSet()));
    List<Point> points = town.await(host.known().points().map(PointView::point).collectList());
    List<PeerId> peers = town.await(host.known().peers().map(PeerView::id).collectList());
    assertThat(new HashSet<>(points)).hasSameSizeAs(points);
    // The tables are looked at after they were asked for.
    host.stat();
    town.pass(Duration.ofSeconds(1));
    var stat = host.stat();
    assertThat(stat.connections().inbound()).isEqualTo(4);
    assertThat(stat.connections().outbound()).isZero();
    assertThat(stat.tables().points().values().stream().mapToInt(i -> i).sum())
        .isEqualTo(points.size());
    assertThat(stat.tables().peers().values().stream().mapToInt(i -> i).sum())
        .isEqualTo(peers.size());
  }
}
