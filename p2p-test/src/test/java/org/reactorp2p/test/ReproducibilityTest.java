/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.test.scenario.ScenarioException;
import org.reactorp2p.test.scenario.ScenarioReader;

/** The same seed is the same run: twice in a process, and in every process on every JDK. */
class ReproducibilityTest {

  /** A bit of everything, in five minutes. */
  private static final String SCENARIO =
      """
      0s latency 10ms to 150ms
      0s start all over 20s
      1m lose 30% of all
      1m10s hostile 11 garbage
      1m20s slow 3 by 20ms
      1m30s kill 4
      1m40s stop 5
      2m cut 0-5 from 6-10
      2m10s clock 5 by -2h
      3m heal
      3m start 4-5
      3m10s freeze 6
      3m40s thaw 6
      """;

  private static SimulationPlan<String> plan(long seed) throws ScenarioException {
    return SimulationPlan.of(12, seed, MessageCodec.text(0x10, 1000))
        .withSetup(usual -> usual.bounds(new Bounds(2, 5, 8)))
        .withAcquaintances(3)
        .withScenario(ScenarioReader.read(SCENARIO));
  }

  private static String hash(SimulationPlan<String> plan) {
    try (var simulation = P2pSimulation.of(plan)) {
      simulation.pass(Duration.ofMinutes(5));
      assertThat(simulation.failures()).isEmpty();
      return simulation.hash();
    }
  }

  @Test
  void the_same_seed_gives_the_same_events_line_by_line_and_another_seed_others() throws Exception {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    String hash = hash(plan(7).withReader(first::add));
    assertThat(hash(plan(7).withReader(second::add))).isEqualTo(hash);
    assertThat(second).isEqualTo(first).hasSizeGreaterThan(1000);
    assertThat(hash(plan(8))).isNotEqualTo(hash);
  }

  @Test
  void the_pace_at_which_time_is_let_pass_changes_nothing() throws Exception {
    try (var simulation = P2pSimulation.of(plan(7))) {
      for (int second = 0; second < 300; second++) {
        simulation.pass(Duration.ofSeconds(1));
      }
      assertThat(simulation.hash()).isEqualTo(hash(plan(7)));
    }
  }

  /**
   * If it differs on one JDK only, something is left to chance that is not ours. If it differs on
   * all, the behaviour has changed: {@code -Dp2p.docs=write} writes the new one down.
   */
  @Test
  void the_hash_is_the_one_written_down_on_every_jdk() throws Exception {
    String hash = hash(plan(7));
    if ("write".equals(System.getProperty("p2p.docs"))) {
      Files.writeString(Path.of("src/test/resources/hash-of-seed-7.txt"), hash + "\n");
    } else {
      assertThat(hash).isEqualTo(written());
    }
  }

  private static String written() throws IOException {
    try (InputStream in = ReproducibilityTest.class.getResourceAsStream("/hash-of-seed-7.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
