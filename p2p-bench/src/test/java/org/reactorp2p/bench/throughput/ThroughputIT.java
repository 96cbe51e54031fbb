/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.Main;

/** The benchmark as a whole, with real processes and no time to measure anything worth telling. */
@Timeout(120)
class ThroughputIT {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bench(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "bench";
    args[1] = "throughput";
    System.arraycopy(options, 0, args, 2, options.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void every_stack_and_payload_is_measured_and_every_goal_told(@TempDir Path directory)
      throws Exception {
    Path json = directory.resolve("figures.json");
    int status =
        bench("--rounds", "1", "--slices", "1", "--warm-up", "0", "--json", json.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString().lines().filter(line -> line.startsWith("goal "))).hasSize(10);
    boolean allMet = out.toString().lines().noneMatch(line -> line.endsWith(" missed"));
    assertThat(status).isEqualTo(allMet ? ExitStatus.OK : ExitStatus.FAILED);
    JsonNode figures = new ObjectMapper().readTree(json.toFile()).at("/figures");
    assertThat(figures).hasSize(15 * 5);
    assertThat(figures).allSatisfy(row -> assertThat(row.has("value")).isTrue());
  }

  @Test
  void wrong_numbers_are_told_in_one_sentence() {
    assertThat(bench("--rounds", "0")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString())
        .isEqualTo("p2p: --rounds must be within 1 to 1000, not 0." + System.lineSeparator());
  }
}
