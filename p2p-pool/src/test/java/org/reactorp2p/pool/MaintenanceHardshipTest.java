/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;

/** Maintenance where something works against it. */
class MaintenanceHardshipTest {

  private static final Bounds BOUNDS = new Bounds(4, 8, 12);

  @Test
  void P_16_with_nobody_to_dial_it_waits_and_does_not_spin() {
    var settlement = new Settlement(1);
    settlement.start(settlement.next().bounds(BOUNDS));
    settlement.pass(Duration.ofHours(1));
    assertThat(settlement.watch(0).all().size()).isLessThan(3600);
    assertThat(settlement.watch(0).of(P2pEvent.NewsAwaited.class).size()).isBetween(300, 700);
    settlement.grow(9, any -> MaintenanceConfig.OFF).introduce();
    settlement.pass(Duration.ofSeconds(20));
    assertThat(settlement.counts().get(0)).isBetween(BOUNDS.minTarget(), BOUNDS.maxTarget());
  }

  @Test
  void P_16_with_everybody_banned_nobody_is_dialled_until_the_ban_is_lifted() {
    var settlement = new Settlement(2);
    P2pNetwork<String, ?, ?> node = settlement.start(settlement.next().bounds(BOUNDS));
    settlement.grow(9, any -> MaintenanceConfig.OFF);
    Subject all = Subject.parse("20.0.0.0/8");
    settlement.await(node.access().ban(all, BanTerms.forever("a test")));
    settlement.introduce();
    settlement.pass(Duration.ofMinutes(10));
    Watch watch = settlement.watch(0);
    assertThat(watch.of(P2pEvent.OutgoingAttempted.class)).isEmpty();
    assertThat(watch.all().size()).isLessThan(600);
    settlement.await(node.access().unban(all));
    settlement.pass(Duration.ofSeconds(20));
    assertThat(settlement.counts().get(0)).isBetween(BOUNDS.minTarget(), BOUNDS.maxTarget());
  }

  @Test
  void P_16_in_private_mode_only_trusted_points_are_dialled_and_nobody_is_asked() {
    var settlement = new Settlement(3);
    P2pNetwork<String, ?, ?> node =
        settlement.start(
            settlement
                .next()
                .bounds(BOUNDS)
                .access(usual -> usual.withVisitors(Visitors.TRUSTED_ONLY)));
    settlement.grow(9, any -> MaintenanceConfig.OFF).introduce();
    settlement.pass(Duration.ofMinutes(1));
    assertThat(settlement.counts().get(0)).isZero();
    settlement.await(node.access().trust(Trustee.of(Settlement.point(3))));
    settlement.await(node.access().trust(Trustee.of(Settlement.point(4))));
    settlement.pass(Duration.ofMinutes(1));
    assertThat(settlement.counts().get(0)).isEqualTo(2);
    assertThat(settlement.watch(0).of(P2pEvent.NewsAwaited.class))
        .allMatch(waited -> waited.asked() == 0);
    assertThat(settlement.watch(0).of(P2pEvent.OutgoingAttempted.class)).hasSize(2);
  }

  @Test
  void P_16_flapping_around_each_threshold_makes_no_more_than_a_round_a_second() {
    Seeds.each(
        seed -> {
          var settlement = new Settlement(seed);
          P2pNetwork<String, ?, ?> node = settlement.start(settlement.next().bounds(BOUNDS));
          settlement.grow(16, any -> MaintenanceConfig.OFF).introduce();
          var random = new Random(seed);
          for (int i = 0; i < 300; i++) {
            if (i / 50 % 2 == 0) {
              node.connections().stream()
                  .skip(random.nextInt(4))
                  .forEach(one -> node.disconnect(one.info().peerId(), "flap").subscribe());
            } else {
              IntStream.range(1, 17)
                  .forEach(house -> dial(settlement.node(house), Settlement.point(0)));
            }
            settlement.pass(Duration.ofMillis(200));
          }
          int rounds = settlement.watch(0).of(P2pEvent.MaintenanceStarted.class).size();
          assertThat(rounds).isLessThanOrEqualTo(61);
          settlement.pass(Duration.ofMinutes(4));
          assertThat(settlement.counts().get(0)).isBetween(BOUNDS.minTarget(), BOUNDS.maxTarget());
        });
  }

  private static void dial(P2pNetwork<String, ?, ?> from, Point to) {
    from.connect(PeerAddress.of(to)).onErrorComplete().subscribe();
  }

  @Test
  void N_07_a_table_that_is_nine_tenths_hostile_still_leads_to_those_we_trust_at_once() {
    Seeds.each(
        seed -> {
          Settlement settlement = besieged(seed);
          settlement.await(settlement.node(0).access().trust(Trustee.of(Settlement.point(7))));
          settlement.pass(Duration.ofSeconds(10));
          assertThat(isConnected(settlement, 7)).isTrue();
        });
  }

  @Test
  void N_07_a_table_that_is_nine_tenths_hostile_leads_to_somebody_honest_in_the_end() {
    Seeds.each(
        seed -> {
          Settlement settlement = besieged(seed);
          // Sixteen dials at once, each of which takes ten seconds where nobody answers.
          settlement.pass(Duration.ofSeconds(90));
          assertThat(settlement.counts().get(0)).isPositive();
        });
  }

  /** A node that was told of thirty who are there, and of 270 who are not. */
  private static Settlement besieged(long seed) {
    var settlement = new Settlement(seed);
    settlement.start(settlement.next());
    settlement.grow(30, any -> MaintenanceConfig.OFF);
    List<Point> told = new ArrayList<>();
    IntStream.range(1, 31).forEach(house -> told.add(Settlement.point(house)));
    for (int i = 0; i < 270; i++) {
      Point dead = Point.parse("60." + i % 20 + "." + i / 20 + ".7:9732");
      settlement.transport(dead);
      told.add(dead);
    }
    settlement.cut((one, other) -> one >= 40 * 256 || other >= 40 * 256);
    settlement.await(settlement.node(0).known().suggest(told));
    return settlement;
  }

  @Test
  void P_05_idle_sybils_make_room_for_those_who_take_part() {
    Seeds.each(
        seed -> {
          var bounds = new Bounds(4, 20, 40);
          var settlement = new Settlement(seed);
          P2pNetwork<String, ?, ?> victim = settlement.start(settlement.next().bounds(bounds));
          settlement.grow(80, any -> MaintenanceConfig.OFF);
          var random = new Random(seed);
          // Sybils hold every place before the first honest peer comes, and always come back.
          sybils().forEach(house -> dial(settlement.node(house), Settlement.point(0)));
          settlement.pass(Duration.ofSeconds(20));
          for (int second = 0; second < 1800; second += 5) {
            dial(settlement.node(1 + random.nextInt(50)), Settlement.point(0));
            dial(settlement.node(51 + random.nextInt(30)), Settlement.point(0));
            speak(settlement);
            settlement.pass(Duration.ofSeconds(5));
          }
          long honest =
              IntStream.range(51, 81).filter(house -> isConnected(settlement, house)).count();
          assertThat(honest * 2).isGreaterThanOrEqualTo(victim.connections().size());
        });
  }

  private static IntStream sybils() {
    return IntStream.range(1, 51);
  }

  private static void speak(Settlement settlement) {
    for (int house = 51; house < 81; house++) {
      settlement.node(house).broadcast("a block");
    }
  }

  private static boolean isConnected(Settlement settlement, int house) {
    return settlement.node(0).connection(settlement.node(house).peerId()).isPresent();
  }
}
