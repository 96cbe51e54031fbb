/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;

class ReportTest {
  private final StringWriter printed = new StringWriter();
  private final Report report = new Report("test", new PrintWriter(printed));

  @Test
  void ends_with_a_line_per_goal_and_succeeds_when_all_are_met() {
    report.goal(new Goal("speed", 2, 1.5));
    report.figure(new Figure("rate", 12.5, "MB/s"));
    assertThat(report.conclude(null)).isEqualTo(ExitStatus.OK);
    assertThat(printed.toString().lines().toList().get(1)).isEqualTo("goal speed 2.000 1.500 met");
  }

  @Test
  void fails_when_one_goal_is_missed_or_was_not_measured() {
    report.goal(new Goal("speed", 2, 1.5));
    report.goal(new Goal("size", 1.499, 1.5));
    assertThat(report.conclude(null)).isEqualTo(ExitStatus.FAILED);
    assertThat(printed.toString())
        .endsWith("goal size 1.499 1.500 missed" + System.lineSeparator());
    assertThat(new Goal("none", Double.NaN, 0).met()).isFalse();
  }

  @Test
  void writes_everything_to_a_file(@TempDir Path directory) throws IOException {
    report.figure(new Figure("rate", 12.5, "MB/s"));
    report.goal(new Goal("speed", 2, 1.5));
    Path file = directory.resolve("figures.json");
    report.conclude(file);
    JsonNode written = new ObjectMapper().readTree(file.toFile());
    assertThat(written.path("benchmark").asText()).isEqualTo("test");
    assertThat(written.at("/figures/0/value").asDouble()).isEqualTo(12.5);
    assertThat(written.at("/goals/0/met").asBoolean()).isTrue();
  }

  @Test
  void says_so_when_the_file_cannot_be_written(@TempDir Path directory) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> report.conclude(directory.resolve("missing").resolve("figures.json")))
        .withMessageContaining("cannot write the figures");
  }
}
