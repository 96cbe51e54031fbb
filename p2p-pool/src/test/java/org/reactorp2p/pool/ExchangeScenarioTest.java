/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.admission.PeerDiscovery;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.exchange.ExchangeConfig;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.Source;

/** Points that are asked for and told, and throttles, over memory on virtual time. */
class ExchangeScenarioTest {

  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private Town town = new Town(51);

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  private static P2pNetworkBuilder<String, ?, ?> undiscovered(
      P2pNetworkBuilder<String, ?, ?> node) {
    ExchangeConfig off = ExchangeConfig.DEFAULT.withDiscovery(PeerDiscovery.DISABLED);
    return node.config(node.config().withExchange(off));
  }

  private PeerConnection<String> guest(P2pNetworkBuilder<String, ?, ?> builder) {
    PeerConnection<String> there = town.await(started(builder).connect(HOST));
    town.pass(MOMENT);
    return there;
  }

  private List<Point> points(P2pNetwork<?, ?, ?> network) {
    return town.await(network.known().points().map(view -> view.point()).collectList());
  }

  private void tell(PeerConnection<String> to, List<Point> points) {
    to.tryEmitControl(new PeerMessage.Advertise<>(points));
    town.pass(MOMENT);
  }

  private void ask(PeerConnection<String> to) {
    to.tryEmitControl(new PeerMessage.Bootstrap<>());
    town.pass(MOMENT);
  }

  private static List<MessageKind> sent(Watch watch) {
    return watch.of(P2pEvent.ControlSent.class).stream().map(P2pEvent.ControlSent::kind).toList();
  }

  private static List<Disregard> ignored(Watch watch) {
    return watch.of(P2pEvent.ControlIgnored.class).stream()
        .map(P2pEvent.ControlIgnored::why)
        .toList();
  }

  // ---- the original's tests ----

  /** The original's "p2p-peer-discovery": A, centre, B; one is advertised the other's point. */
  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-peer-discovery")
  void p2p_peer_discovery() {
    Seeds.each(
        seed -> {
          town = new Town(seed);
          started(town.node(1));
          P2pNetwork<String, ?, ?> a = started(town.node(2));
          P2pNetwork<String, ?, ?> b = started(town.node(3));
          town.await(a.connect(HOST));
          town.await(b.connect(HOST));
          town.pass(MOMENT);
          assertThat(town.await(a.gossip().askForPoints())).isEqualTo(1);
          town.pass(MOMENT);
          assertThat(points(a)).containsExactlyInAnyOrder(Town.point(1), Town.point(3));
          KnownPoint told = town.await(a.known().point(Town.point(3))).known();
          assertThat(told.source()).isEqualTo(Source.heard(Town.address(1)));
          assertThat(points(b)).containsExactly(Town.point(1));
        });
  }

  /** The original's "p2p-peer-discovery-disable". */
  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-peer-discovery-disable")
  void p2p_peer_discovery_disable() {
    Seeds.each(
        seed -> {
          town = new Town(seed);
          P2pNetwork<String, ?, ?> centre = started(undiscovered(town.node(1)));
          P2pNetwork<String, ?, ?> a = started(town.node(2));
          P2pNetwork<String, ?, ?> b = started(town.node(3));
          town.await(a.connect(HOST));
          town.await(b.connect(HOST));
          town.pass(MOMENT);
          Watch watch = Watch.over(centre);
          town.await(a.gossip().askForPoints());
          tell(b.connections().get(0), List.of(Town.point(9)));
          assertThat(town.await(centre.gossip().askForPoints())).isZero();
          town.pass(MOMENT);
          assertThat(sent(watch)).isEmpty();
          assertThat(ignored(watch))
              .containsExactly(Disregard.DISCOVERY_DISABLED, Disregard.DISCOVERY_DISABLED);
          assertThat(points(centre)).containsExactlyInAnyOrder(Town.point(2), Town.point(3));
          assertThat(points(a)).containsExactly(Town.point(1));
        });
  }

  /** The original's test_p2p_conn: with discovery disabled, nothing is held up. */
  @Test
  void test_p2p_conn() {
    P2pNetwork<String, ?, ?> host = started(undiscovered(town.node(1)));
    List<String> heard = new ArrayList<>();
    host.receiveAny().map(Received::message).subscribe(heard::add);
    PeerConnection<String> there = guest(town.node(2));
    there.tryEmitControl(new PeerMessage.Bootstrap<>());
    there.tryEmitControl(new PeerMessage.Advertise<>(List.of(Town.point(9))));
    there.tryEmitNext("behind them");
    town.pass(Duration.ofMillis(100));
    assertThat(heard).containsExactly("behind them");
  }

  // ---- what is told ----

  @Test
  void a_disabled_discovery_tells_no_points_in_a_refusal_and_believes_none() {
    P2pNetwork<String, ?, ?> full =
        started(undiscovered(town.node(1)).limits(ConnectionLimits.DEFAULT.withMaxConnections(1)));
    started(town.node(2).peer(HOST));
    town.pass(MOMENT);
    assertThat(full.connections()).hasSize(1);
    P2pNetwork<String, ?, ?> refused = started(town.node(3));
    refused.connect(HOST).subscribe(null, failure -> {});
    town.pass(MOMENT);
    assertThat(points(refused)).containsExactly(Town.point(1));

    town = new Town(52);
    started(town.node(1).limits(ConnectionLimits.DEFAULT.withMaxConnections(1)));
    started(town.node(2).peer(HOST));
    town.pass(MOMENT);
    P2pNetwork<String, ?, ?> deaf = started(undiscovered(town.node(3)));
    deaf.connect(HOST).subscribe(null, failure -> {});
    town.pass(MOMENT);
    assertThat(points(deaf)).containsExactly(Town.point(1));
  }

  @Test
  void private_nodes_are_neither_told_of_nor_told_nor_asked() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    guest(town.node(2).metadata(new ConnectionMetadata(false, true)));
    PeerConnection<String> secret = host.connections().get(0);
    Watch watch = Watch.over(host);
    P2pNetwork<String, ?, ?> other = started(town.node(3));
    town.await(other.connect(HOST));
    town.pass(MOMENT);
    town.await(other.gossip().askForPoints());
    town.pass(MOMENT);
    assertThat(points(other)).containsExactly(Town.point(1));
    assertThat(ignored(watch)).containsExactly(Disregard.NOTHING_TO_TELL);
    assertThat(town.await(host.gossip().askForPoints())).isEqualTo(1);
    assertThat(secret.stat().received().messages(MessageKind.ADVERTISE)).isZero();
  }

  @Test
  void who_says_that_it_is_private_and_asks_all_the_same_is_not_answered() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    guest(town.node(3));
    PeerConnection<String> secret =
        guest(town.node(2).metadata(new ConnectionMetadata(false, true)));
    Watch watch = Watch.over(host);
    ask(secret);
    assertThat(ignored(watch)).containsExactly(Disregard.PRIVATE_SENDER);
    assertThat(sent(watch)).isEmpty();
  }

  @Test
  void a_private_node_answers_and_asks_nobody() {
    P2pNetwork<String, ?, ?> secret =
        started(
            town.node(1)
                .peer(PeerAddress.of(Town.point(2)))
                .peer(PeerAddress.of(Town.point(3)))
                .access(access -> access.withVisitors(Visitors.TRUSTED_ONLY)));
    P2pNetwork<String, ?, ?> friend = started(town.node(2));
    started(town.node(3));
    town.pass(Duration.ofSeconds(5));
    Watch watch = Watch.over(secret);
    PeerConnection<String> there = friend.connections().get(0);
    ask(there);
    tell(there, List.of(Town.point(9)));
    assertThat(town.await(secret.gossip().askForPoints())).isZero();
    assertThat(ignored(watch)).containsExactly(Disregard.PRIVATE_MODE, Disregard.PRIVATE_MODE);
    assertThat(points(secret)).doesNotContain(Town.point(9));
  }

  @Test
  void hearsay_the_banned_and_the_special_are_not_told() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> banned = started(town.node(4));
    PeerConnection<String> one = guest(town.node(2));
    guest(town.node(3));
    tell(one, List.of(Town.point(9)));
    town.await(banned.connect(HOST));
    town.pass(MOMENT);
    town.await(host.access().ban(Subject.of(Town.address(4)), BanTerms.forever("a test")));
    P2pNetwork<String, ?, ?> asking = started(town.node(5));
    town.await(asking.connect(HOST));
    town.await(asking.gossip().askForPoints());
    town.pass(MOMENT);
    assertThat(points(asking))
        .containsExactlyInAnyOrder(Town.point(1), Town.point(2), Town.point(3));

    // Without leave, addresses of a private network are neither told nor believed.
    town = new Town(53);
    started(town.node(1).memory(MemoryConfig.DEFAULT));
    guest(town.node(2));
    Watch watch = Watch.over(started(town.node(6)));
    P2pNetwork<String, ?, ?> strict = started(town.node(7).memory(MemoryConfig.DEFAULT));
    PeerConnection<String> there = town.await(strict.connect(HOST));
    ask(there);
    assertThat(points(strict)).containsExactly(Town.point(1));
    assertThat(watch.of(P2pEvent.ControlReceived.class)).isEmpty();
  }

  @Test
  void a_question_is_answered_within_a_second_and_the_next_one_too() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    guest(town.node(3));
    PeerConnection<String> there = guest(town.node(2));
    Watch watch = Watch.over(host);
    for (int i = 0; i < 5; i++) {
      there.tryEmitControl(new PeerMessage.Bootstrap<>());
    }
    town.pass(Duration.ofMillis(50));
    assertThat(sent(watch)).hasSize(2);
    town.pass(MOMENT);
    assertThat(sent(watch)).hasSize(5).containsOnly(MessageKind.ADVERTISE);
  }

  @Test
  void P_07_an_advertise_flood_from_twenty_peers_leaves_what_was_proven() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    guest(town.node(2));
    List<PeerConnection<String>> floods = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      floods.add(guest(town.node(300 + 256 * i)));
    }
    int next = 10_000;
    for (int round = 0; round < 100; round++) {
      for (PeerConnection<String> flood : floods) {
        List<Point> claims = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          claims.add(new Point(Town.address(next % 60_000), 1024 + next++ % 50_000));
        }
        flood.tryEmitControl(new PeerMessage.Advertise<>(claims));
      }
      town.pass(Duration.ofMillis(100));
    }
    List<Point> known = points(host);
    assertThat(known).hasSizeLessThanOrEqualTo(400).contains(Town.point(2));
    for (int i = 0; i < 20; i++) {
      assertThat(known).contains(Town.point(300 + 256 * i));
    }
    assertThat(host.connections()).hasSize(21);
  }

  // ---- throttles ----

  private List<Supplier<PeerMessage<String>>> kinds() {
    return List.of(
        PeerMessage.Bootstrap::new,
        () -> new PeerMessage.Advertise<>(List.of(Town.point(9))),
        () -> new PeerMessage.SwapRequest<>(Town.point(9), town.identity().peerId()),
        () -> new PeerMessage.SwapAck<>(Town.point(9), town.identity().peerId()));
  }

  @Test
  void M_09_each_kind_at_ten_and_a_thousand_times_its_rate_is_throttled_alone() {
    for (int perSecond : new int[] {100, 10_000}) {
      for (int kind = 0; kind < 4; kind++) {
        town = new Town(54);
        P2pNetwork<String, ?, ?> host = started(town.node(1));
        guest(town.node(3));
        PeerConnection<String> there = guest(town.node(2));
        Watch watch = Watch.over(host);
        List<String> heard = new ArrayList<>();
        host.receiveAny().map(Received::message).subscribe(heard::add);
        for (int tenth = 0; tenth < 20; tenth++) {
          for (int i = 0; i < perSecond / 10; i++) {
            there.tryEmitControl(kinds().get(kind).get());
          }
          there.tryEmitNext("application");
          town.pass(Duration.ofMillis(100));
        }
        MessageKind which = MessageKind.of(kinds().get(kind).get());
        long dropped =
            watch.of(P2pEvent.ControlIgnored.class).stream()
                .filter(event -> event.why() == Disregard.THROTTLED)
                .mapToLong(P2pEvent.ControlIgnored::count)
                .sum();
        assertThat(dropped).as("%s", which).isGreaterThan(perSecond);
        assertThat(heard).as("%s", which).hasSize(20);
        assertThat(sent(watch)).as("%s", which).hasSizeLessThanOrEqualTo(30);
        // What waits has its second, and is gone.
        int before = sent(watch).size();
        town.pass(Duration.ofSeconds(2));
        assertThat(sent(watch)).hasSizeLessThanOrEqualTo(before + 12);
        assertThat(host.connections()).hasSize(2);
      }
    }
  }

  @Test
  void M_10_messages_between_throttled_ones_are_not_held_up() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    PeerConnection<String> there = guest(town.node(2));
    List<Long> delays = new ArrayList<>();
    host.receiveAny()
        .map(Received::message)
        .subscribe(
            message -> delays.add(town.time.now(TimeUnit.MILLISECONDS) - Long.parseLong(message)));
    for (int i = 0; i < 1000; i++) {
      for (Supplier<PeerMessage<String>> kind : kinds()) {
        there.tryEmitControl(kind.get());
      }
      there.tryEmitNext(Long.toString(town.time.now(TimeUnit.MILLISECONDS)));
      town.pass(Duration.ofMillis(10));
    }
    assertThat(delays).hasSize(1000);
    delays.sort(null);
    assertThat(delays.get(990)).isLessThan(250);
  }
}
