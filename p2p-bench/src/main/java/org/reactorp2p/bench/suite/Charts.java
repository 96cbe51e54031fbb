/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.report.BarChart;
import org.reactorp2p.bench.report.BarChart.Bar;
import org.reactorp2p.bench.report.BarChart.Group;

/** Draws those parts in which we stand beside others. */
final class Charts {

  private Charts() {}

  /** The chart of a section as an SVG document, if there is something to compare. */
  static Optional<String> of(Section section) {
    List<Group> groups =
        switch (section.part()) {
          case THROUGHPUT, MANY_LINES -> throughput(section);
          case LATENCY -> single(section, "99th percentile, us; shorter is better", "-p99");
          case CONNECT ->
              single(section, "connections for a second of one processor", "-per-processor");
          case SCALE, IDLE, SCHEDULER, BOX, POW, FAIRNESS -> List.of();
        };
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(BarChart.draw(section.part().title(), groups));
  }

  private static List<Group> throughput(Section section) {
    List<Group> groups = new ArrayList<>();
    for (Payload payload : Payload.values()) {
      boolean large = payload == Payload.LARGE;
      String unit = large ? "-rate" : "-messages";
      List<Bar> bars = bars(section, "-" + payload.id() + unit);
      if (!bars.isEmpty()) {
        groups.add(new Group(payload.label() + (large ? ", MB/s" : ", messages/s"), bars));
      }
    }
    return groups;
  }

  private static List<Group> single(Section section, String title, String suffix) {
    List<Bar> bars = bars(section, suffix);
    return bars.isEmpty() ? List.of() : List.of(new Group(title, bars));
  }

  /** A bar for each stack that has one figure whose name ends so. */
  private static List<Bar> bars(Section section, String suffix) {
    List<Bar> bars = new ArrayList<>();
    for (Stack stack : Stack.values()) {
      section.figures().stream()
          .filter(figure -> isOf(figure.name(), stack) && figure.name().endsWith(suffix))
          .findFirst()
          .ifPresent(
              figure ->
                  bars.add(
                      new Bar(
                          stack.label(),
                          figure.value(),
                          BarChart.words(figure.value()),
                          stack.isOurs())));
    }
    return bars;
  }

  /** Names begin with the benchmark and the stack, the longest of those that fit. */
  private static boolean isOf(String name, Stack stack) {
    return name.contains("-" + stack.id() + "-")
        && !(stack == Stack.TLS && name.contains("-" + Stack.WEB_TLS.id() + "-"));
  }
}
