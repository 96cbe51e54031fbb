/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.pool.peer.Neighbourhood.NOON;
import static org.reactorp2p.pool.peer.Neighbourhood.address;
import static org.reactorp2p.pool.peer.Neighbourhood.candidate;
import static org.reactorp2p.pool.peer.Neighbourhood.peer;
import static org.reactorp2p.pool.peer.Neighbourhood.point;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.event.Refusal;
import org.reactorp2p.pool.peer.ContactState.Phase;

/** What each thing that happens leaves in the memory. */
class MemoryTest {

  private final Neighbourhood there =
      new Neighbourhood(MemoryConfig.DEFAULT.withDelays(ReconnectionDelays.ORIGINAL));

  private KnownPoint known(int number) {
    return there.memory.point(point(number)).orElseThrow().known();
  }

  private Phase phase(int number) {
    return there.memory.point(point(number)).orElseThrow().state().phase();
  }

  @Test
  void a_point_and_a_peer_go_through_the_states_of_the_original_and_back() {
    Passage passage = there.register.dial(PeerAddress.of(point(1))).orElseThrow();
    assertThat(phase(1)).isEqualTo(Phase.REQUESTED);
    passage.linked();
    assertThat(phase(1)).isEqualTo(Phase.REQUESTED);
    there.register.accept(passage, candidate(passage, 1, Optional.empty()));
    assertThat(phase(1)).isEqualTo(Phase.ACCEPTED);
    assertThat(there.memory.peer(peer(1)).orElseThrow().state())
        .isEqualTo(new ContactState.Accepted(peer(1)));
    there.pass(Duration.ofSeconds(1));
    there.register.run(passage);
    assertThat(phase(1)).isEqualTo(Phase.RUNNING);
    there.pass(Duration.ofSeconds(1));
    there.register.disconnect(passage);
    assertThat(phase(1)).isEqualTo(Phase.DISCONNECTED);
    assertThat(there.memory.peer(peer(1)).orElseThrow().state())
        .isEqualTo(new ContactState.Disconnected());

    assertThat(known(1).contacts().established())
        .contains(new Meeting<>(peer(1), NOON.plusSeconds(1)));
    assertThat(known(1).contacts().lastSeen()).contains(NOON.plusSeconds(2));
    assertThat(there.memory.point(point(1)).orElseThrow().history())
        .extracting(HistoryEntry::kind)
        .containsExactly(
            ContactKind.REQUESTED,
            ContactKind.ACCEPTING,
            ContactKind.ESTABLISHED,
            ContactKind.DISCONNECTED);
    assertThat(there.memory.peer(peer(1)).orElseThrow().known().reachableAt().orElseThrow().point())
        .contains(point(1));
  }

  @Test
  void a_point_that_fails_rests_longer_each_time_and_a_connection_makes_up_for_it() {
    Duration[] first = {Duration.ofMillis(1000), Duration.ofMillis(1200), Duration.ofMillis(1440)};
    for (Duration delay : first) {
      fail(1);
      assertThat(known(1).pause().orElseThrow().until()).isEqualTo(there.now.plus(delay));
      assertThat(known(1).rests(there.now.plus(delay))).isTrue();
      assertThat(known(1).rests(there.now.plus(delay).plusMillis(1))).isFalse();
    }
    for (int i = 4; i <= 68; i++) {
      fail(1);
    }
    assertThat(known(1).misses()).isEqualTo(68);
    assertThat(known(1).pause().orElseThrow().until())
        .isEqualTo(there.now.plusSeconds(172_800)); // the cap, which the 67th does not reach
    there.meet(1);
    assertThat(known(1).pause()).contains(new Pause(0, there.now.plusSeconds(60)));
  }

  private void fail(int number) {
    Passage passage = there.register.dial(PeerAddress.of(point(number))).orElseThrow();
    there.register.fail(passage, Remedy.RETRY, Optional.empty());
  }

  @Test
  void what_we_gave_up_ourselves_is_held_against_nobody() {
    Passage passage = there.register.dial(PeerAddress.of(point(1))).orElseThrow();
    there.register.withdraw(passage);
    assertThat(known(1).misses()).isZero();
    assertThat(known(1).pause()).isEmpty();
    assertThat(phase(1)).isEqualTo(Phase.DISCONNECTED);
  }

  @Test
  void a_refusal_after_our_yes_is_remembered_with_the_peer() {
    Passage passage = there.register.dial(PeerAddress.of(point(1))).orElseThrow();
    passage.linked();
    there.register.accept(passage, candidate(passage, 1, Optional.empty()));
    there.register.fail(passage, Remedy.RETRY, Optional.of(point(1)));
    assertThat(known(1).contacts().rejected()).contains(new Meeting<>(peer(1), NOON));
    assertThat(known(1).contacts().failed()).isEmpty();
    assertThat(known(1).openness()).isEqualTo(Openness.PUBLIC);
    assertThat(there.memory.peer(peer(1)).orElseThrow().known().contacts().rejected()).isPresent();
  }

  @Test
  void an_incoming_peer_is_known_where_it_says_it_listens_and_by_its_wish_for_privacy() {
    Passage passage = there.register.arrive(new Point(address(1), 50_000)).orElseThrow();
    there.register.refuse(
        passage,
        candidate(passage, 1, Optional.of(point(1)), new ConnectionMetadata(false, true)),
        Refusal.NO_PLACE);
    there.register.fail(passage, Remedy.RETRY, Optional.of(point(1)));
    assertThat(known(1).openness()).isEqualTo(Openness.PRIVATE);
    assertThat(known(1).source()).isEqualTo(Source.announced(address(1)));
    assertThat(known(1).contacts()).isEqualTo(Contacts.none());
    assertThat(there.memory.peer(peer(1))).isPresent();
  }

  @Test
  void P_18_a_neighbour_that_claims_a_point_in_use_changes_nothing_there() {
    there.connectTo(1);
    KnownPoint before = known(1);
    Passage neighbour = there.register.arrive(new Point(address(1), 50_000)).orElseThrow();
    there.register.accept(neighbour, candidate(neighbour, 2, Optional.of(point(1))));
    there.register.run(neighbour);
    there.pass(Duration.ofSeconds(1));
    there.register.disconnect(neighbour);
    assertThat(known(1)).isEqualTo(before);
    assertThat(phase(1)).isEqualTo(Phase.RUNNING);
  }

  @Test
  void P_18_a_point_with_two_peers_over_time_and_a_peer_at_two_points_keep_the_newest() {
    there.meet(1);
    there.pass(Duration.ofSeconds(5));
    Passage other = there.register.dial(PeerAddress.of(point(1))).orElseThrow();
    other.linked();
    there.register.accept(other, candidate(other, 2, Optional.empty()));
    there.register.run(other);
    assertThat(known(1).contacts().lastMeeting().orElseThrow().with()).isEqualTo(peer(2));
    there.register.disconnect(other);
    there.pass(Duration.ofSeconds(5));
    Passage elsewhere = there.register.dial(PeerAddress.of(point(3))).orElseThrow();
    elsewhere.linked();
    there.register.accept(elsewhere, candidate(elsewhere, 2, Optional.empty()));
    there.register.run(elsewhere);
    assertThat(there.memory.peer(peer(2)).orElseThrow().known().reachableAt().orElseThrow().point())
        .contains(point(3));
  }

  @Test
  void P_13_a_point_of_another_network_is_forgotten_unless_somebody_wants_it() {
    there.trustedPoints.add(point(2));
    for (int number = 1; number <= 3; number++) {
      PeerAddress address =
          number == 3 ? PeerAddress.of(point(3), peer(3)) : PeerAddress.of(point(number));
      Passage passage = there.register.dial(address).orElseThrow();
      passage.linked();
      there.register.fail(passage, Remedy.FORGET_POINT, Optional.of(point(number)));
    }
    assertThat(there.memory.point(point(1))).isEmpty();
    assertThat(known(2).misses()).isOne();
    assertThat(known(3).misses()).isOne();
  }

  @Test
  void what_an_incoming_stranger_of_another_network_announces_is_not_kept() {
    Passage passage = there.register.arrive(new Point(address(1), 50_000)).orElseThrow();
    there.register.fail(passage, Remedy.FORGET_POINT, Optional.of(point(1)));
    assertThat(there.memory.points()).isEmpty();
    assertThat(there.memory.peers()).isEmpty();
  }

  @Test
  void H_07_points_that_lead_to_ourselves_are_seven_at_most_and_never_known_again() {
    for (int number = 1; number <= 9; number++) {
      Passage passage = there.register.dial(PeerAddress.of(point(number))).orElseThrow();
      passage.linked();
      there.register.fail(passage, Remedy.OWN_POINT, Optional.of(point(number)));
    }
    assertThat(there.memory.ownPoints()).hasSize(7).doesNotContain(point(1), point(2));
    there.memory.heard(address(99), List.of(point(1), point(8), point(9)));
    assertThat(there.memory.points()).extracting(PointView::point).containsExactly(point(1));
  }

  @Test
  void LRU_overflow_the_own_point_met_longest_ago_goes_first() {
    var own = new OwnPoints();
    for (int number = 1; number <= 7; number++) {
      own.add(point(number));
    }
    own.add(point(1));
    own.add(point(8));
    assertThat(own.contains(point(1))).isTrue();
    assertThat(own.contains(point(2))).isFalse();
    assertThat(own.all()).hasSize(7);
  }

  @Test
  void P_08_claims_about_special_ranges_and_ports_of_services_are_not_kept() {
    String[] claims = {
      "0.0.0.0:9732",
      "127.0.0.1:9732",
      "10.1.2.3:9732",
      "169.254.0.1:9732",
      "172.16.0.1:9732",
      "192.168.1.1:9732",
      "100.64.0.1:9732",
      "192.0.2.1:9732",
      "198.18.0.1:9732",
      "198.51.100.1:9732",
      "203.0.113.1:9732",
      "224.0.0.1:9732",
      "240.0.0.1:9732",
      "255.255.255.255:9732",
      "[::]:9732",
      "[::1]:9732",
      "[fe80::1]:9732",
      "[fc00::1]:9732",
      "[fd00::1]:9732",
      "[ff02::1]:9732",
      "[2001:db8::1]:9732",
      "[2002:7f00:1::]:9732",
      "[64:ff9b::1]:9732",
      "[::ffff:127.0.0.1]:9732",
      "[2001::1]:9732",
      "[3fff::1]:9732",
      "8.8.8.8:0",
      "8.8.8.8:22",
      "8.8.8.8:25",
      "8.8.8.8:1023"
    };
    there.memory.heard(address(99), List.of(claims).stream().map(Point::parse).toList());
    assertThat(there.memory.points()).isEmpty();
    List<Point> fine = List.of(Point.parse("8.8.8.8:1024"), Point.parse("[2a00:1450::1]:9732"));
    there.memory.heard(address(99), fine);
    assertThat(there.memory.points()).extracting(PointView::point).isEqualTo(fine);
  }

  @Test
  void P_08_a_network_that_lives_in_a_special_range_may_allow_it() {
    var local = new Neighbourhood(MemoryConfig.DEFAULT.withSpecialRanges(SpecialRanges.ALLOWED));
    local.memory.heard(
        address(99),
        List.of(
            Point.parse("127.0.0.1:80"), Point.parse("127.0.0.1:0"), Point.parse("224.0.0.1:9")));
    assertThat(local.memory.points())
        .extracting(PointView::point)
        .containsExactly(Point.parse("127.0.0.1:80"));
  }

  @Test
  void an_expected_peer_is_remembered_and_whoever_else_is_there_is_named() {
    Passage running = there.connectTo(1);
    assertThat(there.memory.expect(point(1), Optional.of(peer(1)))).isEmpty();
    assertThat(there.memory.expect(point(1), Optional.of(peer(2)))).contains(running);
    there.register.disconnect(running);

    Passage again = there.register.dial(PeerAddress.of(point(1))).orElseThrow();
    assertThat(again.expected()).contains(peer(2));
    again.linked();
    assertThat(there.register.isImpostor(candidate(again, 1, Optional.empty()))).isTrue();
    assertThat(there.register.isImpostor(candidate(again, 2, Optional.empty()))).isFalse();
    there.memory.expect(point(1), Optional.empty());
    assertThat(there.register.isImpostor(candidate(again, 1, Optional.empty()))).isFalse();
  }

  @Test
  void C_02_times_from_the_future_are_clamped_when_what_was_kept_comes_back() {
    there.meet(1);
    fail(2);
    MemorySnapshot kept = there.memory.snapshot();
    var earlier = new Neighbourhood(MemoryConfig.DEFAULT);
    earlier.now = Instant.parse("0001-01-01T00:00:00Z");
    earlier.memory.restore(kept);
    for (PointView view : earlier.memory.points()) {
      assertThat(view.known().firstSeen()).isEqualTo(earlier.now);
      assertThat(view.known().contacts().lastMiss()).contains(earlier.now);
      assertThat(view.known().rests(earlier.now.plus(Duration.ofMinutes(21)))).isFalse();
      assertThat(view.history()).allMatch(line -> line.at().equals(earlier.now));
    }
    assertThat(earlier.memory.peers().get(0).known().created()).isEqualTo(earlier.now);
  }

  @Test
  void what_was_kept_comes_back_as_it_was() {
    there.meet(1);
    fail(2);
    there.takeIn(3);
    there.memory.heard(address(99), List.of(point(4)));
    there.memory.expect(point(4), Optional.of(peer(4)));
    MemorySnapshot kept = there.memory.snapshot();
    var later = new Neighbourhood(MemoryConfig.DEFAULT);
    later.pass(Duration.ofDays(1));
    later.memory.restore(kept);
    assertThat(later.memory.snapshot()).isEqualTo(kept);
  }
}
