/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;

/** Maintenance, played over memory on virtual time. */
class MaintenanceScenarioTest {

  @Test
  void nodes_that_know_each_other_come_into_their_band_and_stay_there() {
    for (int seed = 0; seed < 5; seed++) {
      var town = new Town(seed);
      List<P2pNetwork<String, ?, ?>> nodes = new ArrayList<>();
      var bounds = new Bounds(3, 6, 9);
      for (int house = 1; house <= 20; house++) {
        P2pNetwork<String, ?, ?> node =
            town.node(house).maintenance(off -> MaintenanceConfig.DEFAULT).bounds(bounds).build();
        town.await(node.start());
        nodes.add(node);
      }
      for (P2pNetwork<String, ?, ?> node : nodes) {
        List<org.reactorp2p.core.model.Point> points = new ArrayList<>();
        for (int house = 1; house <= 20; house++) points.add(Town.point(house));
        town.await(node.known().suggest(points));
      }
      town.pass(Duration.ofMinutes(5));
      assertThat(nodes)
          .allSatisfy(
              node ->
                  assertThat(node.connections().size())
                      .isBetween(bounds.minTarget(), bounds.maxTarget()));
    }
  }
}
