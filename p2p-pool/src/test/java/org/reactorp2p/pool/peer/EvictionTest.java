/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.pool.peer.EvictionPolicy.GUARDED;
import static org.reactorp2p.pool.peer.EvictionPolicy.ORIGINAL;
import static org.reactorp2p.pool.peer.Neighbourhood.address;
import static org.reactorp2p.pool.peer.Neighbourhood.candidate;
import static org.reactorp2p.pool.peer.Neighbourhood.config;
import static org.reactorp2p.pool.peer.Neighbourhood.peer;
import static org.reactorp2p.pool.peer.Neighbourhood.point;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.event.Refusal;

/** Who has to go when there is no more room. */
class EvictionTest {

  private static List<Point> points(Neighbourhood there) {
    return there.memory.points().stream().map(PointView::point).toList();
  }

  private static void fail(Neighbourhood there, int number) {
    Passage passage = there.register.dial(PeerAddress.of(point(number))).orElseThrow();
    there.register.fail(passage, Remedy.RETRY, Optional.empty());
    there.pass(Duration.ofSeconds(1));
  }

  /** "preservation of trusted known points" of the original: limit and target 0. */
  @ParameterizedTest
  @EnumSource(EvictionPolicy.class)
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: preservation of trusted known points")
  void preservation_of_trusted_known_points(EvictionPolicy policy) {
    var there = new Neighbourhood(config(policy, 0, 0));
    for (int number = 1; number <= 20; number++) {
      there.trustedPoints.add(point(number));
      there.trustedPeers.add(peer(number));
      there.meet(number);
    }
    assertThat(there.memory.points()).hasSize(20);
    assertThat(there.memory.peers()).hasSize(20);
  }

  /** "non-preservation of known points" of the original. */
  @ParameterizedTest
  @EnumSource(EvictionPolicy.class)
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: non-preservation of known points")
  void non_preservation_of_known_points(EvictionPolicy policy) {
    var there = new Neighbourhood(config(policy, 0, 0));
    for (int number = 1; number <= 6; number++) {
      there.trustedPoints.add(point(number));
      there.meet(number);
    }
    there.trustedPoints.removeAll(List.of(point(1), point(2), point(3)));
    there.connectTo(7);
    assertThat(points(there)).containsExactly(point(4), point(5), point(6), point(7));
  }

  @Test
  void the_original_clears_down_to_the_target_the_oldest_misses_first_the_never_missed_last() {
    var there = new Neighbourhood(config(ORIGINAL, 6, 3));
    there.memory.heard(address(99), List.of(point(1), point(2)));
    fail(there, 3);
    fail(there, 4);
    fail(there, 5);
    fail(there, 6);
    there.memory.heard(address(99), List.of(point(7)));
    assertThat(points(there)).containsExactly(point(1), point(2), point(6), point(7));
  }

  @Test
  void the_original_lets_the_peers_go_that_came_last() {
    var there = new Neighbourhood(config(ORIGINAL, 4, 2));
    for (int number = 1; number <= 5; number++) {
      there.meet(number);
      there.pass(Duration.ofSeconds(1));
    }
    assertThat(there.memory.peers())
        .extracting(PeerView::id)
        .containsExactly(peer(1), peer(2), peer(5));
  }

  @Test
  void P_07_hearsay_never_pushes_out_what_went_through_a_handshake() {
    var there = new Neighbourhood(config(GUARDED, 10, 10));
    for (int number = 1; number <= 10; number++) {
      there.meet(number);
    }
    List<Point> before = points(there);
    for (int teller = 0; teller < 100; teller++) {
      List<Point> claims = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        claims.add(point(1000 + 100 * teller + i));
      }
      there.memory.heard(address(60_000 + teller), claims);
    }
    assertThat(points(there)).isEqualTo(before);
  }

  @Test
  void P_07_each_teller_has_its_share_and_the_largest_gives_way_to_others() {
    var there = new Neighbourhood(config(GUARDED, 40, 40).withPointsPerTeller(30));
    tell(there, 1, 100);
    assertThat(there.memory.points()).hasSize(30);
    tell(there, 2, 100);
    assertThat(there.memory.points()).hasSize(40);
    tell(there, 3, 100);
    assertThat(of(there, 1)).isBetween(13L, 14L);
    assertThat(of(there, 2)).isBetween(13L, 14L);
    assertThat(of(there, 3)).isBetween(12L, 14L);
  }

  private static void tell(Neighbourhood there, int teller, int count) {
    List<Point> claims = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      claims.add(point(1000 * teller + i));
    }
    there.memory.heard(address(60_000 + teller), claims);
  }

  private static long of(Neighbourhood there, int teller) {
    Source source = Source.heard(address(60_000 + teller));
    return there.memory.points().stream()
        .filter(view -> view.known().source().equals(source))
        .count();
  }

  @Test
  void P_07_all_of_an_IPv6_network_is_one_teller() {
    assertThat(Source.heard(Point.parse("[2a00::1:2:3:4]:1").address()))
        .isEqualTo(Source.heard(Point.parse("[2a00::9]:1").address()))
        .isNotEqualTo(Source.heard(Point.parse("[2a00:0:0:1::9]:1").address()));
  }

  @Test
  void beyond_its_share_a_teller_may_replace_what_failed_of_its_own() {
    var there = new Neighbourhood(config(GUARDED, 40, 40).withPointsPerTeller(2));
    tell(there, 1, 2);
    fail(there, 1001);
    there.memory.heard(address(60_001), List.of(point(5), point(6)));
    assertThat(points(there)).containsExactly(point(1000), point(5));
  }

  @Test
  void what_peers_announce_of_themselves_pushes_out_hearsay_but_nothing_we_saw_ourselves() {
    var there = new Neighbourhood(config(GUARDED, 3, 3));
    there.meet(1);
    tell(there, 2, 2);
    for (int number = 10; number < 14; number++) {
      there.register.disconnect(there.takeIn(number));
    }
    assertThat(points(there)).contains(point(1)).hasSizeLessThanOrEqualTo(3);
    assertThat(of(there, 2)).isZero();
  }

  @Test
  void whoever_is_in_use_is_known_even_beyond_the_limit_and_makes_room_later() {
    var there = new Neighbourhood(config(GUARDED, 2, 2));
    List<Passage> running = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      running.add(there.connectTo(number));
    }
    assertThat(there.memory.points()).hasSize(5);
    running.forEach(there.register::disconnect);
    there.connectTo(6);
    assertThat(there.memory.points()).hasSize(2);
    assertThat(there.memory.peers()).hasSize(2);
  }

  @Test
  void P_06_refused_identities_leave_bounded_tables_and_those_we_had() {
    var there = new Neighbourhood(config(GUARDED, 20, 20));
    for (int number = 1; number <= 10; number++) {
      there.meet(number);
    }
    for (int number = 1000; number < 101_000; number++) {
      Passage passage = there.register.arrive(new Point(address(number), 50_000)).orElseThrow();
      there.register.refuse(
          passage, candidate(passage, number, Optional.of(point(number))), Refusal.NO_PLACE);
      there.register.fail(passage, Remedy.RETRY, Optional.of(point(number)));
      there.told.clear();
    }
    assertThat(there.memory.points()).hasSize(20);
    assertThat(there.memory.peers()).hasSize(20);
    assertThat(there.passages.all()).isEmpty();
    for (int number = 1; number <= 10; number++) {
      assertThat(there.memory.point(point(number))).isPresent();
      assertThat(there.memory.peer(peer(number))).isPresent();
    }
  }

  /** The default table, and the original's rate: 100 points per message. */
  @Test
  void P_07_a_million_claimed_points_cost_a_bounded_table() {
    var there = new Neighbourhood(MemoryConfig.DEFAULT);
    for (int number = 1; number <= 100; number++) {
      there.meet(number);
    }
    int number = 1000;
    for (int message = 0; message < 10_000; message++) {
      List<Point> claims = new ArrayList<>(100);
      for (int i = 0; i < 100; i++) {
        claims.add(point(number++));
      }
      there.memory.heard(address(2_000_000 + message % 20), claims);
      there.told.clear();
    }
    assertThat(there.memory.points()).hasSize(TableBounds.DEFAULT.limit());
    for (int met = 1; met <= 100; met++) {
      assertThat(there.memory.point(point(met))).isPresent();
    }
  }
}
