/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as a page of Markdown, with the charts beside it. */
final class Page {

  private final Results results;
  private final StringBuilder text = new StringBuilder();

  private Page(Results results) {
    this.results = results;
  }

  /**
   * Writes it.
   *
   * @param charts file names of the charts that lie beside it
   */
  static String of(Results results, Map<Part, String> charts) {
    Page page = new Page(results);
    page.head();
    results.sections().forEach(section -> page.section(section, charts));
    return page.text.toString();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void head() {
    line("# Performance");
    line("");
    line("Made by `./p2p bench report` on %s; do not edit by hand.", results.day());
    line("");
    line("- Machine: %s", results.machine());
    results.versions().forEach(version -> line("- %s", version));
    String runs = results.repeats() == 1 ? "once" : results.repeats() + " times, told by medians";
    line("- Every part ran %s.", runs);
    line("");
    long goals = results.sections().stream().mapToLong(section -> section.goals().size()).sum();
    List<String> missed =
        results.sections().stream()
            .flatMap(section -> section.goals().stream())
            .filter(goal -> !goal.isMet())
            .map(goal -> "`" + goal.name() + "`")
            .toList();
    line("%d of %d goals are met.", goals - missed.size(), goals);
    if (!missed.isEmpty()) {
      line("Missed: %s.", String.join(", ", missed));
    }
  }

  private void section(Section section, Map<Part, String> charts) {
    line("");
    line("## %s", section.part().title());
    line("");
    text.append(section.part().method());
    line("");
    line("`./p2p bench %s`", section.words());
    String chart = charts.get(section.part());
    if (chart != null) {
      line("");
      line("![%s](%s)", section.part().title(), chart);
    }
    line("");
    line("```text");
    section.printed().forEach(text -> line("%s", text.stripTrailing()));
    line("```");
    goals(section.goals());
  }

  private void goals(List<Section.Reached> goals) {
    if (goals.isEmpty()) {
      return;
    }
    line("");
    line("| Goal | Measured | At least | |");
    line("| --- | --- | --- | --- |");
    for (Section.Reached goal : goals) {
      line(
          "| `%s` | %.3f%s | %.3f | %s |",
          goal.name(),
          goal.measured(),
          spread(goal),
          goal.limit(),
          goal.isMet() ? "met" : "missed");
    }
  }

  private String spread(Section.Reached goal) {
    return results.repeats() == 1
        ? ""
        : String.format(Locale.ROOT, " ± %.0f %%", 100 * goal.spread());
  }
}
