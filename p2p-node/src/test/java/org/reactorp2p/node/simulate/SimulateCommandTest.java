/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactorp2p.node.cli.CommandRun;

class SimulateCommandTest {

  @TempDir private Path directory;

  @Test
  void the_last_line_is_the_hash_of_the_log_and_the_same_again_the_next_time() throws IOException {
    Path log = directory.resolve("events.log");
    Path svg = directory.resolve("plot.svg");
    CommandRun run =
        CommandRun.of(
            "simulate",
            "--nodes",
            "8",
            "--hours",
            "0.05",
            "--connections",
            "4",
            "--seed",
            "3",
            "--log",
            log.toString(),
            "--svg",
            svg.toString());
    assertThat(run.status()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(lines.size() - 1)).matches("hash [0-9a-f]{64}");
    assertThat(lines).anyMatch(line -> line.startsWith("turnover: "));
    assertThat(Files.readString(svg)).startsWith("<svg ").contains("8 nodes, seed 3");
    assertThat(Files.readAllLines(log)).isNotEmpty();
    CommandRun again =
        CommandRun.of(
            "simulate", "--nodes", "8", "--hours", "0.05", "--connections", "4", "--seed", "3");
    assertThat(again.out()).isEqualTo(run.out());
  }

  @Test
  void what_was_expected_and_is_not_so_ends_with_one_and_the_command_that_does_it_again()
      throws IOException {
    Path scenario = directory.resolve("scenario.txt");
    Files.writeString(scenario, "0s start all\n10s expect 1 alone\n");
    CommandRun run =
        CommandRun.of(
            "simulate",
            "--nodes",
            "5",
            "--hours",
            "0.01",
            "--seed",
            "4",
            "--scenario",
            scenario.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAILED at 0:00:10: 1 of 5 running nodes are not as expected")
        .contains(
            "the same again: ./p2p simulate --nodes 5 --hours 0.01 --seed 4 --scenario '"
                + scenario
                + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "--nodes, 0, give a number from 1 to 10000",
    "--nodes, 10001, give a number from 1 to 10000",
    "--hours, 0, give more than 0",
    "--hours, NaN, give more than 0",
    "--connections, -1, give a number from 1 to 1000",
    "--scenario, /nowhere/at/all, cannot be read",
    "--log, /nowhere/at/all, cannot be written",
  })
  void what_cannot_be_is_refused_with_a_sentence(String flag, String value, String sentence) {
    CommandRun run = CommandRun.of("simulate", flag, value);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
  }

  @Test
  void a_scenario_that_is_none_is_refused_with_its_line() throws IOException {
    Path scenario = directory.resolve("scenario.txt");
    Files.writeString(scenario, "0s start all\n10s dance\n");
    CommandRun run = CommandRun.of("simulate", "--scenario", scenario.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("line 2: 'dance' cannot be done");
    Files.write(scenario, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(CommandRun.of("simulate", "--scenario", scenario.toString()).err())
        .contains("cannot be read");
  }
}
