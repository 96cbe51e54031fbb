/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static Run run(double plain, double vector) {
    return new Run(
        List.of("a table"),
        List.of(
            new Run.Figure("connect-plain-per-processor", plain, "connections/processor-second"),
            new Run.Figure("connect-web-tls-per-processor", 1_000, "connections/processor-second"),
            new Run.Figure("connect-vector-per-processor", vector, "connections/processor-second")),
        List.of(
            new Run.Goal("connect-plain-to-tls", plain / 1_000, 3),
            new Run.Goal("connect-vector-to-tls", vector / 1_000, 3)));
  }

  private static Results results() {
    Section section =
        Section.of(
            Part.CONNECT,
            "connect --rounds 3",
            List.of(run(4_000, 1_000), run(5_000, 2_000), run(9_000, 2_500)));
    return new Results("2026-11-23", "a machine", List.of("a library 1.0"), 3, List.of(section));
  }

  @Test
  void repetitions_are_told_by_their_medians() {
    Section section = results().sections().get(0);
    assertThat(section.figures().get(0).value()).isEqualTo(5_000);
    assertThat(section.goals()).extracting(Section.Reached::measured).containsExactly(5.0, 2.0);
    assertThat(section.goals()).extracting(Section.Reached::isMet).containsExactly(true, false);
  }

  @Test
  void the_page_says_which_goals_are_missed_and_shows_the_chart() {
    String page = Documents.of(results()).get(Documents.PAGE);
    assertThat(page)
        .contains("1 of 2 goals are met.", "Missed: `connect-vector-to-tls`.")
        .contains("| `connect-vector-to-tls` | 2.000 ± 38 % | 3.000 | missed |")
        .contains("![New authenticated connections](performance-connect.svg)");
  }

  @Test
  void the_chart_has_a_bar_for_each_stack_that_was_measured() {
    String chart = Documents.of(results()).get("performance-connect.svg");
    assertThat(chart).contains("ours, no flags", "ours, vector", "Reactor Netty TLS, one-sided");
    assertThat(chart).doesNotContain("RSocket", "Reactor Netty TLS<");
  }

  @Test
  void results_survive_the_file() throws Exception {
    Map<String, String> files = Documents.of(results());
    Results read = Results.ofJson(files.get(Documents.RESULTS));
    assertThat(read).isEqualTo(results());
    assertThat(Documents.of(read)).isEqualTo(files);
  }
}
