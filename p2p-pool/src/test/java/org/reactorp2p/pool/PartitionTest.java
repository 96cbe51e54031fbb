/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.swap.SwapConfig;

/** Nodes that lose each other, and find each other again. */
class PartitionTest {

  private static final Duration BACK_ABOVE_MIN = Duration.ofSeconds(30);
  private static final Duration BACK_IN_BAND = Duration.ofSeconds(150);

  /** Twelve nodes who want six to eight peers: neither half has enough. */
  private static final Bounds BOUNDS = new Bounds(4, 8, 11);

  @Test
  void N_05_a_partition_is_forgotten_within_seconds_however_long_it_lasted() {
    Seeds.each(
        seed -> {
          // The longest is played with one seed in ten.
          Duration length =
              List.of(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(2))
                  .get((int) (seed % 3));
          heals(seed, seed % 10 == 0 ? Duration.ofHours(10) : length);
        });
  }

  private static void heals(long seed, Duration length) {
    Settlement settlement = settled(seed, 12, BOUNDS);
    settlement.cut((one, other) -> one < 6 && other >= 6);
    settlement.pass(length);
    assertThat(settlement.counts()).allMatch(count -> count <= 5);
    settlement.heal();
    settlement.pass(BACK_ABOVE_MIN);
    assertThat(settlement.counts())
        .as("30 s after %s", length)
        .allMatch(count -> count >= BOUNDS.min());
    settlement.pass(BACK_IN_BAND.minus(BACK_ABOVE_MIN));
    assertThat(settlement.counts())
        .as("150 s after %s", length)
        .allMatch(count -> count >= BOUNDS.minTarget() && count <= BOUNDS.maxTarget());
  }

  @Test
  void N_05_a_node_that_was_alone_for_hours_is_back_within_seconds() {
    Seeds.each(
        seed -> {
          Settlement settlement = settled(seed, 12, BOUNDS);
          settlement.cut((one, other) -> one == 0);
          settlement.pass(Duration.ofHours(seed % 20 == 0 ? 48 : 1));
          assertThat(settlement.node(0).connections()).isEmpty();
          settlement.heal();
          settlement.pass(BACK_ABOVE_MIN);
          assertThat(settlement.node(0).connections().size()).isGreaterThanOrEqualTo(BOUNDS.min());
          settlement.pass(BACK_IN_BAND.minus(BACK_ABOVE_MIN));
          assertThat(settlement.node(0).connections().size())
              .isBetween(BOUNDS.minTarget(), BOUNDS.maxTarget());
        });
  }

  @Test
  void N_05_nodes_that_only_name_each_other_are_back_within_seconds_too() {
    var settlement = new Settlement(5);
    var bounds = new Bounds(1, 2, 3);
    for (int house = 0; house < 4; house++) {
      settlement.start(
          settlement.next().bounds(bounds).peer(PeerAddress.of(Settlement.point((house + 1) % 4))));
    }
    settlement.pass(Duration.ofMinutes(1));
    settlement.cut((one, other) -> true);
    settlement.pass(Duration.ofHours(10));
    assertThat(settlement.counts()).containsOnly(0);
    settlement.heal();
    settlement.pass(BACK_ABOVE_MIN);
    assertThat(settlement.counts()).allMatch(count -> count >= bounds.min());
  }

  @Test
  void N_06_everybody_loses_everybody_and_nobody_dials_in_a_storm() {
    var bounds = new Bounds(5, 20, 40);
    Settlement settlement = settled(1, 50, bounds);
    List<Integer> before = new ArrayList<>();
    for (int house = 0; house < 50; house++) {
      before.add(settlement.watch(house).of(P2pEvent.OutgoingAttempted.class).size());
    }
    settlement.cut((one, other) -> true);
    settlement.heal();
    int most = 0;
    Set<Long> moments = new HashSet<>();
    for (int second = 0; second < 90; second++) {
      settlement.pass(Duration.ofSeconds(1));
      for (int house = 0; house < 50; house++) {
        int dials = settlement.watch(house).of(P2pEvent.OutgoingAttempted.class).size();
        most = Math.max(most, dials - before.get(house));
        if (dials > before.set(house, dials)) {
          moments.add((long) second);
        }
      }
    }
    assertThat(most).as("dials of one node in one second").isLessThanOrEqualTo(10);
    assertThat(moments).as("seconds in which somebody dialled").hasSizeGreaterThan(1);
    settlement.pass(Duration.ofSeconds(60));
    assertThat(settlement.counts()).allMatch(count -> count >= bounds.minTarget());
  }

  @Test
  void N_11_lines_clogged_one_by_one_and_unclogged_in_another_order() {
    Seeds.each(
        seed -> {
          Settlement settlement = settled(seed, 12, BOUNDS);
          var random = new Random(seed);
          Set<Set<Integer>> clogged = new HashSet<>();
          for (int i = 0; i < 60; i++) {
            int one = random.nextInt(12);
            int other = (one + 1 + random.nextInt(11)) % 12;
            if (!clogged.remove(Set.of(one, other)) || random.nextInt(3) > 0) {
              clogged.add(Set.of(one, other));
            }
            settlement.cut((a, b) -> !a.equals(b) && clogged.contains(Set.of(a, b)));
            settlement.pass(Duration.ofSeconds(1 + random.nextInt(40)));
            assertThat(settlement.counts()).allMatch(count -> count <= BOUNDS.max());
          }
          settlement.heal();
          settlement.pass(BACK_IN_BAND);
          // Somebody may be one beyond a target just now, and about to go back.
          assertThat(settlement.counts()).allMatch(count -> BOUNDS.level(count).holds());
        });
  }

  private static Settlement settled(long seed, int houses, Bounds bounds) {
    var settlement = new Settlement(seed);
    for (int house = 0; house < houses; house++) {
      P2pNetworkBuilder<String, ?, ?> node = settlement.next().bounds(bounds);
      // A swap leads somebody out of a narrow band for a few seconds, at any time.
      settlement.start(node.config(node.config().withSwap(SwapConfig.NONE)));
    }
    settlement.introduce();
    settlement.pass(Duration.ofMinutes(3));
    assertThat(settlement.counts())
        .allMatch(count -> count >= bounds.minTarget() && count <= bounds.maxTarget());
    return settlement;
  }
}
