/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason.Malformed;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.PointView;
import reactor.core.publisher.Flux;

/**
 * What {@code src/lib_p2p/tezt/test_p2p_pool.ml} of the original asserts of ten nodes, over memory
 * on virtual time; those whose point is sockets are in {@link OriginalPoolIT} too, and
 * <i>overcrowded</i> is in {@link AcquaintanceScenarioTest}.
 */
@Tag("original")
class OriginalPoolTest {

  private static final int NODES = 10;
  private static final int ROUNDS = 5;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final PeerAddress TARGET = PeerAddress.of(Town.point(1));

  private final Town town = new Town(31);
  private final Random random = new Random(31 + Long.getLong("p2p.seed", 0));

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  private List<P2pNetwork<String, ?, ?>> nodes() {
    List<P2pNetwork<String, ?, ?>> nodes = new ArrayList<>();
    for (int house = 1; house <= NODES; house++) {
      nodes.add(started(town.node(house)));
    }
    return nodes;
  }

  @Test
  @DisplayName("tezt/test_p2p_pool.ml: simple")
  void simple() {
    List<P2pNetwork<String, ?, ?>> nodes = nodes();
    var heard = new AtomicInteger();
    nodes.forEach(node -> node.receiveAny().subscribe(ping -> heard.incrementAndGet()));
    var meeting = new Meeting(nodes, town.time, random);
    town.await(meeting.everybodyKnowsEverybody());
    nodes.forEach(node -> assertThat(node.connections()).hasSize(NODES - 1));

    town.await(Flux.fromIterable(nodes).flatMap(Meeting::pingAll, NODES).then());
    town.pass(Duration.ofSeconds(1));
    assertThat(heard).hasValue(NODES * (NODES - 1));
    nodes.forEach(node -> town.await(node.stop()));
  }

  @Test
  @DisplayName("tezt/test_p2p_pool.ml: random")
  void random() {
    List<P2pNetwork<String, ?, ?>> nodes = nodes();
    nodes.forEach(Meeting::greet);
    var meeting = new Meeting(nodes, town.time, random);
    var done = meeting.everybodyMeetsEverybody(ROUNDS).toFuture();
    for (int i = 0; i < 100 && !done.isDone(); i++) {
      town.pass(LONG);
    }
    assertThat(done).isCompleted();
    town.pass(Duration.ofMinutes(1));
    for (P2pNetwork<String, ?, ?> node : nodes) {
      assertThat(node.connections()).isEmpty();
      assertThat(node.stat().attempts().inbound() + node.stat().attempts().outbound()).isZero();
    }
  }

  @Test
  @DisplayName("tezt/test_p2p_pool.ml: garbled")
  void garbled() {
    for (int house = 1; house <= NODES; house++) {
      P2pNetwork<String, ?, ?> node = started(town.node(house));
      Watch watch = Watch.over(node);
      List<Rogue> others = new ArrayList<>();
      for (int other = 1; other < NODES; other++) {
        var rogue = new Rogue(town.identity(), town.transport(house * 20 + other), town.time);
        town.await(rogue.dial(Town.point(house), Admission.OPEN));
        others.add(rogue);
      }
      town.pass(Duration.ofSeconds(1));
      assertThat(node.connections()).hasSize(NODES - 1);
      // A message of no bytes, which hence has no tag, and more.
      others.forEach(rogue -> rogue.say(new byte[16]).onErrorComplete().subscribe());
      town.pass(Duration.ofSeconds(10));

      assertThat(node.connections()).isEmpty();
      assertThat(others).allMatch(Rogue::isClosed);
      assertThat(watch.of(P2pEvent.Disconnected.class))
          .hasSize(NODES - 1)
          .allMatch(event -> event.reason() instanceof Malformed);
    }
  }

  @Test
  @DisplayName("tezt/test_p2p_pool.ml: overcrowded-mixed")
  void overcrowded_mixed() {
    started(town.node(1).limits(ConnectionLimits.DEFAULT.withMaxConnections(1)));
    started(town.node(2).peer(TARGET));
    List<P2pNetwork<String, ?, ?>> guests = new ArrayList<>();
    List<Watch> watches = new ArrayList<>();
    for (int house = 3; house < 3 + NODES; house++) {
      P2pNetworkBuilder<String, ?, ?> guest = town.node(house);
      guests.add(
          started(
              isOld(house) ? guest.handshake(c -> c.withVersions(Set.of(0), Set.of(0))) : guest));
      watches.add(Watch.over(guests.get(guests.size() - 1)));
    }
    for (int attempt = 0; attempt < 2; attempt++) {
      guests.forEach(guest -> town.await(guest.connect(TARGET).then().onErrorComplete()));
      town.pass(Duration.ofSeconds(1));
    }
    for (int i = 0; i < NODES; i++) {
      List<P2pEvent.RejectedByPeer> nacks = watches.get(i).of(P2pEvent.RejectedByPeer.class);
      assertThat(nacks).hasSize(2);
      List<Point> known =
          town.await(guests.get(i).known().points().map(PointView::point).collectList());
      if (isOld(3 + i)) {
        assertThat(nacks).allMatch(nack -> nack.points().isEmpty());
        assertThat(nacks).allMatch(nack -> nack.motive().equals(NackMotive.NO_MOTIVE));
        assertThat(known).containsExactly(Town.point(1));
      } else {
        assertThat(nacks.get(1).motive()).isEqualTo(NackMotive.TOO_MANY_CONNECTIONS);
        assertThat(known).containsAll(allBut(3 + i));
      }
    }
  }

  private static boolean isOld(int house) {
    return house % 2 == 0;
  }

  private static List<Point> allBut(int house) {
    List<Point> points = new ArrayList<>();
    for (int other = 2; other < 3 + NODES; other++) {
      if (other != house) {
        points.add(Town.point(other));
      }
    }
    return points;
  }

  @Test
  @DisplayName("tezt/test_p2p_pool.ml: no-common-network-protocol")
  void no_common_network_protocol() {
    P2pNetwork<String, ?, ?> target =
        started(town.node(1).handshake(c -> c.withVersions(Set.of(0), Set.of(0))));
    Watch watch = Watch.over(target);
    for (int house = 2; house <= NODES; house++) {
      P2pNetwork<String, ?, ?> guest =
          started(town.node(house).handshake(c -> c.withVersions(Set.of(0), Set.of(1))));
      Watch guests = Watch.over(guest);
      town.await(guest.connect(TARGET).then().onErrorComplete());
      assertThat(guest.connections()).isEmpty();
      assertThat(guests.kinds()).contains("PeerRejected").doesNotContain("Connected");
    }
    town.pass(Duration.ofSeconds(10));
    // It could do with its own version, and hears that the others cannot.
    assertThat(watch.of(P2pEvent.RejectedByPeer.class)).hasSize(NODES - 1);
    assertThat(target.connections()).isEmpty();
  }
}
