/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run of one benchmark gave.
 *
 * @param printed what it printed, without its goals
 */
record Run(List<String> printed, List<Figure> figures, List<Goal> goals) {

  record Figure(String name, double value, String unit) {}

  record Goal(String name, double measured, double limit) {}

  Run {
    printed = List.copyOf(printed);
    figures = List.copyOf(figures);
    goals = List.copyOf(goals);
  }

  /** From what a benchmark prints and what it writes to its {@code --json} file. */
  static Run of(String out, JsonNode json) {
    List<Figure> figures = new ArrayList<>();
    for (JsonNode row : json.path("figures")) {
      figures.add(
          new Figure(
              row.path("name").asText(), row.path("value").asDouble(), row.path("unit").asText()));
    }
    List<Goal> goals = new ArrayList<>();
    for (JsonNode row : json.path("goals")) {
      goals.add(
          new Goal(
              row.path("name").asText(),
              row.path("measured").asDouble(),
              row.path("limit").asDouble()));
    }
    List<String> printed = out.lines().filter(line -> !line.startsWith("goal ")).toList();
    return new Run(printed, figures, goals);
  }
}
