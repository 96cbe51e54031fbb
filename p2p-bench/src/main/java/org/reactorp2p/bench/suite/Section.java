/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactorp2p.bench.report.Median;

/**
 * What a part measured, in all its repetitions.
 *
 * @param part which
 * @param words how it was called, behind {@code ./p2p bench}
 * @param printed what it printed the last time, without its goals
 * @param figures medians of the repetitions, in the order in which they were printed
 * @param goals the same, with their limits
 */
record Section(
    Part part, String words, List<String> printed, List<Measured> figures, List<Reached> goals) {

  /** A figure. */
  record Measured(String name, double value, String unit, double spread) {}

  /** A goal; more is better. */
  record Reached(String name, double measured, double limit, double spread) {

    boolean isMet() {
      return measured >= limit;
    }
  }

  Section {
    printed = List.copyOf(printed);
    figures = List.copyOf(figures);
    goals = List.copyOf(goals);
  }

  /** Of the runs of one part, of which there is one at least. */
  static Section of(Part part, String words, List<Run> runs) {
    Map<String, List<Run.Figure>> figures = new LinkedHashMap<>();
    Map<String, List<Run.Goal>> goals = new LinkedHashMap<>();
    for (Run run : runs) {
      run.figures().forEach(f -> figures.computeIfAbsent(f.name(), n -> new ArrayList<>()).add(f));
      run.goals().forEach(g -> goals.computeIfAbsent(g.name(), n -> new ArrayList<>()).add(g));
    }
    return new Section(
        part,
        words,
        runs.get(runs.size() - 1).printed(),
        figures.values().stream().map(Section::measured).toList(),
        goals.values().stream().map(Section::reached).toList());
  }

  private static Measured measured(List<Run.Figure> all) {
    Median median = Median.of(all, Run.Figure::value);
    return new Measured(all.get(0).name(), median.value(), all.get(0).unit(), median.spread());
  }

  private static Reached reached(List<Run.Goal> all) {
    Median median = Median.of(all, Run.Goal::measured);
    return new Reached(all.get(0).name(), median.value(), all.get(0).limit(), median.spread());
  }
}
