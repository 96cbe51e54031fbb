/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.swap.SwapConfig;

/** Swaps in both parts, over memory on virtual time. */
class SwapScenarioTest {

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private Town town = new Town(31);

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  private P2pNetwork<String, ?, ?> node(int house) {
    return started(town.node(house));
  }

  /** Connects with the node in that house. */
  private PeerConnection<String> link(P2pNetwork<String, ?, ?> from, int house) {
    PeerConnection<String> connection = town.await(from.connect(PeerAddress.of(Town.point(house))));
    town.pass(MOMENT);
    return connection;
  }

  private static Set<PeerId> peersOf(P2pNetwork<?, ?, ?> network) {
    return network.connections().stream().map(c -> c.info().peerId()).collect(Collectors.toSet());
  }

  private static List<Disregard> ignored(Watch watch) {
    return watch.of(P2pEvent.ControlIgnored.class).stream()
        .map(P2pEvent.ControlIgnored::why)
        .toList();
  }

  private static List<MessageKind> sent(Watch watch) {
    return watch.of(P2pEvent.ControlSent.class).stream().map(P2pEvent.ControlSent::kind).toList();
  }

  private void request(PeerConnection<String> to, int house, PeerId peer) {
    to.tryEmitControl(new PeerMessage.SwapRequest<>(Town.point(house), peer));
    town.pass(MOMENT);
  }

  private void ack(PeerConnection<String> to, int house, PeerId peer) {
    to.tryEmitControl(new PeerMessage.SwapAck<>(Town.point(house), peer));
    town.pass(MOMENT);
  }

  // ---- the original's tests ----

  /** The original's "p2p-swap": a chain 1b, 1a, swaper, 2a, 2b. */
  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-swap")
  void p2p_swap() {
    Seeds.each(
        seed -> {
          town = new Town(seed);
          P2pNetwork<String, ?, ?> b1 = node(1);
          P2pNetwork<String, ?, ?> a1 = node(2);
          P2pNetwork<String, ?, ?> swaper = node(3);
          P2pNetwork<String, ?, ?> a2 = node(4);
          P2pNetwork<String, ?, ?> b2 = node(5);
          link(a1, 1);
          link(swaper, 2);
          link(swaper, 4);
          link(a2, 5);
          Watch swapers = Watch.over(swaper);
          Watch ones = Watch.over(a1);
          Watch twos = Watch.over(a2);
          town.await(swaper.gossip().proposeSwap());
          town.pass(MOMENT);

          boolean one = peersOf(swaper).contains(b1.peerId());
          P2pNetwork<String, ?, ?> partner = one ? a1 : a2;
          P2pNetwork<String, ?, ?> kept = one ? b1 : b2;
          P2pNetwork<String, ?, ?> given = one ? a2 : a1;
          assertThat(peersOf(swaper)).containsExactlyInAnyOrder(partner.peerId(), kept.peerId());
          assertThat(peersOf(partner)).containsExactlyInAnyOrder(swaper.peerId(), given.peerId());
          assertThat(swapers.of(P2pEvent.SwapSucceeded.class))
              .containsExactly(new P2pEvent.SwapSucceeded(partner.peerId(), kept.peerId()));
          assertThat((one ? ones : twos).of(P2pEvent.SwapSucceeded.class))
              .containsExactly(new P2pEvent.SwapSucceeded(swaper.peerId(), given.peerId()));
          assertThat(swapers.of(P2pEvent.Disconnected.class))
              .extracting(P2pEvent.Disconnected::reason)
              .containsExactly(new DisconnectReason.PeerSwapped());
        });
  }

  /** The original's "p2p-swap-disable", and what it does not keep: nothing is proposed either. */
  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-swap-disable")
  void p2p_swap_disable() {
    Seeds.each(
        seed -> {
          town = new Town(seed);
          P2pNetwork<String, ?, ?> off = started(off(town.node(1)));
          node(2);
          P2pNetwork<String, ?, ?> third = node(3);
          P2pNetwork<String, ?, ?> asking = node(4);
          link(off, 2);
          link(off, 3);
          PeerConnection<String> there = link(asking, 1);
          Watch watch = Watch.over(off);
          town.await(off.gossip().proposeSwap());
          request(there, 9, town.identity().peerId());
          ack(there, 9, third.peerId());
          assertThat(sent(watch)).isEmpty();
          assertThat(ignored(watch))
              .containsExactly(Disregard.SWAPS_DISABLED, Disregard.SWAPS_DISABLED);
          assertThat(peersOf(off)).hasSize(3);
        });
  }

  private static P2pNetworkBuilder<String, ?, ?> off(P2pNetworkBuilder<String, ?, ?> node) {
    return node.config(node.config().withSwap(SwapConfig.NONE));
  }

  /** As recorded of an Octez: the answer leaves first, even if nobody is where we then dial. */
  @Test
  void the_answer_leaves_before_the_dial() {
    P2pNetwork<String, ?, ?> responder = node(1);
    P2pNetwork<String, ?, ?> initiator = node(2);
    P2pNetwork<String, ?, ?> other = node(3);
    PeerConnection<String> there = link(initiator, 1);
    link(responder, 3);
    Watch watch = Watch.over(responder);
    Watch initiators = Watch.over(initiator);
    request(there, 9, town.identity().peerId());
    town.pass(Duration.ofSeconds(20));
    assertThat(watch.kinds())
        .containsSubsequence("ControlReceived", "ControlSent", "OutgoingAttempted", "SwapFailed");
    assertThat(sent(watch)).containsExactly(MessageKind.SWAP_ACK);
    assertThat(ignored(initiators)).containsExactly(Disregard.NOT_ASKED);
    assertThat(peersOf(responder)).contains(other.peerId());
  }

  // ---- its holes ----

  @Test
  void a_swap_proposed_too_soon_after_another_is_ignored() {
    P2pNetwork<String, ?, ?> host = node(1);
    P2pNetwork<String, ?, ?> asking = node(2);
    P2pNetwork<String, ?, ?> offered = node(3);
    P2pNetwork<String, ?, ?> second = node(4);
    node(5);
    node(6);
    link(host, 5);
    link(host, 6);
    PeerConnection<String> there = link(asking, 1);
    Watch watch = Watch.over(host);
    request(there, 3, offered.peerId());
    request(there, 4, second.peerId());
    assertThat(peersOf(host)).contains(offered.peerId()).hasSize(3);
    assertThat(ignored(watch)).containsExactly(Disregard.TOO_SOON);
  }

  @Test
  void who_is_offered_must_prove_that_it_is_the_one_that_was_named() {
    P2pNetwork<String, ?, ?> host = node(1);
    P2pNetwork<String, ?, ?> asking = node(2);
    P2pNetwork<String, ?, ?> honest = node(3);
    P2pNetwork<String, ?, ?> kept = node(4);
    link(host, 4);
    PeerConnection<String> there = link(asking, 1);
    Watch watch = Watch.over(host);
    request(there, 3, town.identity().peerId());
    town.pass(Duration.ofSeconds(20));
    assertThat(watch.of(P2pEvent.SwapFailed.class)).hasSize(1);
    assertThat(peersOf(host)).containsExactlyInAnyOrder(asking.peerId(), kept.peerId());

    // The false claim about that point is not believed later either.
    assertThat(town.await(host.known().point(Town.point(3))).known().expected()).isEmpty();
    link(host, 3);
    assertThat(peersOf(host)).contains(honest.peerId());
    town.await(host.disconnect(honest.peerId(), "a test"));
    link(honest, 1);
    assertThat(peersOf(host)).contains(honest.peerId());
  }

  @Test
  void P_14_trusted_and_private_peers_are_never_given_away() {
    P2pNetwork<String, ?, ?> host = node(1);
    P2pNetwork<String, ?, ?> asking = node(2);
    P2pNetwork<String, ?, ?> offered = node(3);
    P2pNetwork<String, ?, ?> trusted = node(4);
    P2pNetwork<String, ?, ?> secret =
        started(town.node(5).metadata(new ConnectionMetadata(false, true)));
    town.await(host.access().trust(Trustee.of(trusted.peerId())));
    link(host, 4);
    link(host, 5);
    PeerConnection<String> there = link(asking, 1);
    Watch watch = Watch.over(host);
    request(there, 3, offered.peerId());
    assertThat(ignored(watch)).containsExactly(Disregard.NOBODY_TO_GIVE);
    assertThat(peersOf(host))
        .containsExactlyInAnyOrder(asking.peerId(), trusted.peerId(), secret.peerId());
  }

  @Test
  void P_15_answers_without_request_for_another_twice_to_self_connected_or_banned() {
    P2pNetwork<String, ?, ?> host = node(1);
    P2pNetwork<String, ?, ?> asked = node(2);
    P2pNetwork<String, ?, ?> other = node(3);
    P2pNetwork<String, ?, ?> gained = node(4);
    P2pNetwork<String, ?, ?> late = node(5);
    town.await(host.access().ban(Subject.of(Town.address(6)), BanTerms.forever("a test")));
    PeerConnection<String> there = link(asked, 1);
    Watch watch = Watch.over(host);
    ack(there, 4, gained.peerId());
    assertThat(ignored(watch)).containsExactly(Disregard.NOT_ASKED);

    // Asked is the only partner to whom another can be offered.
    P2pNetwork<String, ?, ?> quiet = started(town.node(7).announce(new Announcement.Nothing()));
    link(other, 1);
    assertThat(peersOf(quiet)).isEmpty();
    town.await(host.gossip().proposeSwap());
    town.pass(MOMENT);
    List<P2pEvent.ControlSent> requests = watch.of(P2pEvent.ControlSent.class);
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).kind()).isEqualTo(MessageKind.SWAP_REQUEST);
    boolean first = requests.get(0).peerId().equals(asked.peerId());
    P2pNetwork<String, ?, ?> partner = first ? asked : other;
    P2pNetwork<String, ?, ?> bystander = first ? other : asked;

    ack(bystander.connections().get(0), 4, gained.peerId());
    assertThat(ignored(watch)).endsWith(Disregard.NOT_ASKED);
    assertThat(peersOf(host)).doesNotContain(gained.peerId());
    ack(partner.connections().get(0), 4, gained.peerId());
    assertThat(peersOf(host)).containsExactlyInAnyOrder(partner.peerId(), gained.peerId());
    ack(partner.connections().get(0), 5, late.peerId());
    assertThat(ignored(watch)).endsWith(Disregard.NOT_ASKED);
    assertThat(peersOf(host)).containsExactlyInAnyOrder(partner.peerId(), gained.peerId());
  }

  @Test
  void P_15_an_answer_that_offers_ourselves_a_connected_peer_or_a_banned_one_is_ignored() {
    record Case(int house, Optional<PeerId> peer, Disregard why) {}
    List<Case> cases = new ArrayList<>();
    cases.add(new Case(1, Optional.empty(), Disregard.OURSELVES));
    cases.add(new Case(3, Optional.empty(), Disregard.CONNECTED_ALREADY));
    cases.add(new Case(6, Optional.of(town.identity().peerId()), Disregard.BARRED));
    cases.add(new Case(8, Optional.of(town.identity().peerId()), Disregard.CONTRADICTED));
    for (Case one : cases) {
      town = new Town(32);
      P2pNetwork<String, ?, ?> host = node(1);
      P2pNetwork<String, ?, ?> asked = node(2);
      P2pNetwork<String, ?, ?> other = node(3);
      node(8);
      link(host, 8);
      town.await(host.disconnect(Town.point(8), "a test"));
      town.await(host.access().ban(Subject.of(Town.address(6)), BanTerms.forever("a test")));
      link(asked, 1);
      link(other, 1);
      Watch watch = Watch.over(host);
      town.await(host.gossip().proposeSwap());
      town.pass(MOMENT);
      PeerId whom = watch.of(P2pEvent.ControlSent.class).get(0).peerId();
      P2pNetwork<String, ?, ?> partner = whom.equals(asked.peerId()) ? asked : other;
      P2pNetwork<String, ?, ?> rest = partner == asked ? other : asked;
      PeerId named = one.why() == Disregard.OURSELVES ? host.peerId() : rest.peerId();
      ack(partner.connections().get(0), one.house(), one.peer().orElse(named));
      assertThat(ignored(watch)).as("%s", one).containsExactly(one.why());
      assertThat(peersOf(host)).hasSize(2);
    }
  }

  @Test
  void P_14_one_hostile_connection_takes_over_no_more_than_its_part_in_a_day() {
    P2pNetwork<String, ?, ?> victim =
        started(town.node(1).limits(ConnectionLimits.DEFAULT.withMaxConnections(40)));
    List<P2pNetwork<String, ?, ?>> honest = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      honest.add(node(100 + 256 * i));
      link(i % 2 == 0 ? victim : honest.get(i), i % 2 == 0 ? 100 + 256 * i : 1);
    }
    PeerId friend = honest.get(3).peerId();
    town.await(victim.access().trust(Trustee.of(friend)));
    PeerId oldest = honest.get(0).peerId();
    P2pNetwork<String, ?, ?> hostile = node(50);
    PeerConnection<String> there = link(hostile, 1);
    Set<PeerId> theirs = honest.stream().map(P2pNetwork::peerId).collect(Collectors.toSet());
    List<P2pNetwork<String, ?, ?>> sybils = new ArrayList<>();
    Watch watch = Watch.over(victim);
    for (int minute = 0; minute < 24 * 60; minute++) {
      if (minute < 50) {
        sybils.add(node(7000 + 256 * minute));
      }
      int which = minute % sybils.size();
      request(there, 7000 + 256 * which, sybils.get(which).peerId());
      town.pass(Duration.ofMinutes(1));
      long bad = peersOf(victim).stream().filter(peer -> !theirs.contains(peer)).count();
      assertThat(bad * 100).isLessThanOrEqualTo(20L * peersOf(victim).size());
      assertThat(peersOf(victim)).contains(friend, oldest);
    }
    assertThat(watch.of(P2pEvent.SwapSucceeded.class)).isNotEmpty();
    assertThat(ignored(watch)).contains(Disregard.TURNOVER);
  }

  @Test
  void a_private_node_neither_proposes_nor_answers_and_is_neither_asked_nor_offered() {
    P2pNetwork<String, ?, ?> friend = node(2);
    P2pNetwork<String, ?, ?> secret =
        started(
            town.node(1)
                .peer(PeerAddress.of(Town.point(2)))
                .peer(PeerAddress.of(Town.point(3)))
                .access(access -> access.withVisitors(Visitors.TRUSTED_ONLY)));
    node(3);
    town.pass(Duration.ofSeconds(5));
    assertThat(secret.connections()).hasSize(2);
    Watch secrets = Watch.over(secret);
    Watch friends = Watch.over(friend);
    town.await(secret.gossip().proposeSwap());
    town.await(friend.gossip().proposeSwap());
    request(friend.connections().get(0), 9, town.identity().peerId());
    assertThat(sent(secrets)).isEmpty();
    assertThat(sent(friends)).isEmpty();
    assertThat(ignored(secrets)).containsExactly(Disregard.PRIVATE_MODE);
  }

  @Test
  void a_network_that_swaps_for_an_hour_keeps_its_connections_and_changes_them() {
    Seeds.each(
        seed -> {
          town = new Town(seed);
          List<P2pNetwork<String, ?, ?>> ring = new ArrayList<>();
          for (int house = 1; house <= 8; house++) {
            ring.add(node(house));
          }
          List<Set<PeerId>> before = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            link(ring.get(i), 1 + (i + 1) % 8);
            link(ring.get(i), 1 + (i + 3) % 8);
          }
          ring.forEach(node -> before.add(peersOf(node)));
          List<Watch> watches = ring.stream().map(Watch::over).toList();
          for (int round = 0; round < 30; round++) {
            ring.forEach(node -> town.await(node.gossip().proposeSwap()));
            town.pass(Duration.ofMinutes(2));
          }
          int changed = 0;
          for (int i = 0; i < 8; i++) {
            // A swap may cost its neighbour a connection, and never more than it brought.
            assertThat(peersOf(ring.get(i))).hasSizeGreaterThanOrEqualTo(1);
            changed += peersOf(ring.get(i)).equals(before.get(i)) ? 0 : 1;
          }
          long swaps =
              watches.stream().mapToLong(w -> w.of(P2pEvent.SwapSucceeded.class).size()).sum();
          long given =
              watches.stream()
                  .flatMap(w -> w.of(P2pEvent.Disconnected.class).stream())
                  .filter(e -> e.reason() instanceof DisconnectReason.PeerSwapped)
                  .count();
          assertThat(swaps).isPositive();
          assertThat(given).isLessThanOrEqualTo(swaps);
          assertThat(changed).isPositive();
        });
  }
}
