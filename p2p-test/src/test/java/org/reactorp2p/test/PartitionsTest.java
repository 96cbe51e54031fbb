/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.test.scenario.Scenario;
import org.reactorp2p.test.scenario.ScenarioReader;

/**
 * The first two of the partitions in the file; {@code ./p2p simulate --scenario} plays them all.
 */
class PartitionsTest {

  private static Scenario partitions() throws Exception {
    try (InputStream in = PartitionsTest.class.getResourceAsStream("/partitions.txt")) {
      return ScenarioReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void N_05_after_ten_seconds_and_ten_minutes_apart_all_are_in_the_band_again() throws Exception {
    var plan =
        SimulationPlan.of(60, 1, MessageCodec.text(0x10, 1000))
            .withSetup(usual -> usual.bounds(Bounds.around(20)))
            .withScenario(partitions());
    try (var simulation = P2pSimulation.of(plan)) {
      simulation.pass(Duration.ofMinutes(43));
      assertThat(simulation.failures()).as("seed 1").isEmpty();
    }
  }
}
