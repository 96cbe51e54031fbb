/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.bench.Benchmarks;
import org.reactorp2p.node.cli.ExitStatus;

/** The benchmark as a whole, with real processes and no time to measure anything worth telling. */
@Timeout(180)
class ThroughputIT {

  private static final String[] AT_ONCE = {"--rounds", "1", "--slices", "1", "--warm-up", "0"};

  @Test
  void every_stack_and_payload_is_measured_and_every_goal_told(@TempDir Path directory)
      throws Exception {
    Path json = directory.resolve("figures.json");
    run("--json", json.toString()).isSound(10);

    JsonNode figures = new ObjectMapper().readTree(json.toFile()).at("/figures");
    assertThat(figures).hasSize(15 * 5);
    assertThat(figures).allSatisfy(row -> assertThat(row.has("value")).isTrue());
  }

  @Test
  void several_connections_share_the_event_loops() {
    run("--lines", "4", "--payloads", "medium", "--beside", "none", "--modes", "plain").isSound(1);
  }

  private static Benchmarks.Outcome run(String... words) {
    String[] all = new String[1 + AT_ONCE.length + words.length];
    all[0] = "throughput";
    System.arraycopy(AT_ONCE, 0, all, 1, AT_ONCE.length);
    System.arraycopy(words, 0, all, 1 + AT_ONCE.length, words.length);
    return Benchmarks.run(all);
  }

  @Test
  void wrong_numbers_are_told_in_one_sentence() {
    Benchmarks.Outcome outcome = Benchmarks.run("throughput", "--rounds", "0");
    assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(outcome.err().strip()).isEqualTo("p2p: --rounds must be within 1 to 1000, not 0.");
  }
}
