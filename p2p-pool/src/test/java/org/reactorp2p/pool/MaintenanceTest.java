/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.P2pEvent.Occasion;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.Level;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.ContactState.Phase;
import org.reactorp2p.pool.peer.PeerAddress;

/** The original's tests of maintenance, by their names, over memory on virtual time. */
@Tag("original")
class MaintenanceTest {

  private static final Duration TEN_HOURS = Duration.ofHours(10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Ours and the original's by turns. */
  private static MaintenanceConfig way(long seed) {
    return seed % 2 == 0 ? MaintenanceConfig.ORIGINAL : MaintenanceConfig.DEFAULT;
  }

  @Test
  @Tag("original")
  @DisplayName("test_p2p_maintenance.ml: triggers.too-few-connections")
  void triggers_too_few_connections() {
    var bounds = new Bounds(18, 36, 54);
    Seeds.each(
        seed -> {
          MaintenanceConfig way = way(seed);
          var settlement = new Settlement(seed).grow(41, any -> MaintenanceConfig.OFF);
          P2pNetwork<String, ?, ?> node =
              settlement.start(
                  settlement.next().maintenance(any -> way.withInterval(TEN_HOURS)).bounds(bounds));
          settlement.introduce();
          settlement.await(node.maintenance().maintain(), PATIENCE);
          settlement.pass(Duration.ofSeconds(30));
          assertThat(node.connections().size()).isBetween(bounds.minTarget(), bounds.maxTarget());

          int before = settlement.watch(41).all().size();
          node.connections().stream()
              .skip(bounds.min() - 1)
              .forEach(one -> node.disconnect(one.info().peerId(), "a test").subscribe());
          settlement.pass(Duration.ofSeconds(2));
          List<P2pEvent> since = since(settlement.watch(41), before);
          assertThat(since)
              .filteredOn(P2pEvent.MaintenanceStarted.class::isInstance)
              .extracting(started -> ((P2pEvent.MaintenanceStarted) started).occasion())
              .contains(Occasion.TOO_FEW);
          assertThat(since).hasAtLeastOneElementOfType(P2pEvent.TooFewConnections.class);
          // Whoever was let go is left alone for a minute, so that most of it waits for that.
          settlement.await(node.maintenance().maintain(), PATIENCE);
          assertThat(node.maintenance().level().holds()).isTrue();
        });
  }

  @Test
  @Tag("original")
  @DisplayName("test_p2p_maintenance.ml: triggers.too-many-connections")
  void triggers_too_many_connections() {
    var bounds = new Bounds(0, 24, 36);
    Seeds.each(
        seed -> {
          MaintenanceConfig way = way(seed);
          var settlement = new Settlement(seed);
          P2pNetwork<String, ?, ?> node =
              settlement.start(
                  settlement.next().maintenance(any -> way.withInterval(TEN_HOURS)).bounds(bounds));
          settlement.grow(41, any -> MaintenanceConfig.OFF);
          settlement.introduce();
          settlement.await(node.maintenance().maintain(), PATIENCE);
          Watch watch = settlement.watch(0);
          for (int house = 1; house <= 41 && !crowded(watch); house++) {
            settlement
                .node(house)
                .connect(PeerAddress.of(Settlement.point(0)))
                .onErrorComplete()
                .subscribe();
            settlement.pass(Duration.ofMillis(150));
          }
          assertThat(watch.of(P2pEvent.TooManyConnections.class)).isNotEmpty();
          assertThat(watch.of(P2pEvent.MaintenanceStarted.class))
              .extracting(P2pEvent.MaintenanceStarted::occasion)
              .contains(Occasion.TOO_MANY);
          settlement.pass(Duration.ofSeconds(3));
          assertThat(node.connections().size()).isBetween(bounds.minTarget(), bounds.maxTarget());
        });
  }

  private static boolean crowded(Watch watch) {
    return !watch.of(P2pEvent.TooManyConnections.class).isEmpty();
  }

  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-maintenance-disabled")
  void p2p_maintenance_disabled() {
    var settlement = new Settlement(1);
    var idle = Duration.ofSeconds(5);
    settlement.grow(1, usual -> MaintenanceConfig.OFF).grow(2, usual -> usual.withInterval(idle));
    settlement.introduce();
    settlement.pass(idle.multipliedBy(2));
    assertThat(settlement.watch(0).of(P2pEvent.MaintenanceStarted.class)).isEmpty();
    assertThat(settlement.watch(1).of(P2pEvent.MaintenanceStarted.class)).isNotEmpty();
    assertThatThrownBy(() -> settlement.await(settlement.node(0).maintenance().maintain()))
        .hasRootCauseMessage("the network does not run, or has no maintenance");
  }

  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-maintenance-init-expected_connections")
  void p2p_maintenance_init_expected_connections() {
    Bounds six = Bounds.around(6);
    assertThat(six).isEqualTo(new Bounds(3, 6, 9));
    Seeds.each(
        seed -> {
          MaintenanceConfig way = way(seed);
          var settlement = new Settlement(seed).grow(9, any -> MaintenanceConfig.OFF);
          connectAll(settlement);
          P2pNetwork<String, ?, ?> fresh =
              settlement.start(
                  settlement
                      .next()
                      .maintenance(any -> way)
                      .bounds(six)
                      .peer(PeerAddress.of(Settlement.point(0))));
          settlement.pass(Duration.ofMinutes(3));
          assertThat(fresh.connections().size()).isBetween(six.minTarget(), six.maxTarget());
        });
  }

  private static void connectAll(Settlement settlement) {
    int houses = settlement.nodes().size();
    for (int one = 0; one < houses; one++) {
      for (int other = one + 1; other < houses; other++) {
        settlement.await(settlement.node(one).connect(PeerAddress.of(Settlement.point(other))));
      }
    }
  }

  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: set a trusted ring")
  void set_a_trusted_ring() {
    Seeds.each(
        seed -> {
          var settlement = new Settlement(seed).grow(5, usual -> usual);
          for (int house = 0; house < 5; house++) {
            settlement.await(
                settlement
                    .node(house)
                    .access()
                    .trust(Trustee.of(Settlement.point((house + 1) % 5))));
          }
          settlement.pass(Duration.ofMinutes(3));
          assertThat(settlement.counts()).containsOnly(4);
          for (int house = 0; house < 5; house++) {
            Acquaintances known = settlement.node(house).known();
            var points = settlement.await(known.points().collectList());
            assertThat(points).hasSize(4);
            assertThat(points).filteredOn(point -> point.trusted()).hasSize(1);
            assertThat(settlement.await(known.peers().collectList())).hasSize(4);
            assertThat(settlement.await(known.points(Set.of(Phase.RUNNING)).collectList()))
                .extracting(point -> point.point())
                .doesNotContain(Settlement.point(house));
          }
        });
  }

  @Test
  void maintain_completes_when_the_thresholds_hold_and_fails_when_the_network_stops() {
    var settlement = new Settlement(3);
    var bounds = new Bounds(3, 6, 9);
    P2pNetwork<String, ?, ?> node = settlement.start(settlement.next().bounds(bounds));
    var held = node.maintenance().maintain().toFuture();
    settlement.pass(Duration.ofHours(1));
    assertThat(held).isNotDone();
    assertThat(node.maintenance().level()).isEqualTo(Level.SHORT);
    settlement.grow(8, any -> MaintenanceConfig.OFF).introduce();
    settlement.pass(Duration.ofSeconds(30));
    assertThat(held).isCompleted();
    assertThat(node.connections().size()).isBetween(bounds.minTarget(), bounds.maxTarget());

    IntStream.range(1, 9).forEach(house -> settlement.await(settlement.node(house).stop()));
    settlement.pass(Duration.ofSeconds(5));
    var never = node.maintenance().maintain().toFuture();
    settlement.pass(Duration.ofSeconds(1));
    settlement.await(node.stop());
    assertThatThrownBy(never::join).hasRootCauseMessage("the network has stopped");
    assertThatThrownBy(() -> settlement.await(node.maintenance().maintain()))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  private static List<P2pEvent> since(Watch watch, int before) {
    List<P2pEvent> all = watch.all();
    return all.subList(before, all.size());
  }
}
