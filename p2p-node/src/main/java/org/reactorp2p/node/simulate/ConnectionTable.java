/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reactorp2p.test.measure.Sample;

/** Connections over time, a line for each moment, with a bar from the fewest to the most. */
record ConnectionTable(int max) {

  private static final int WIDTH = 40;
  private static final String ROW = "%9s %7s %7s %7s %6s %8s %6s %9s %7s  %s";

  List<String> lines(List<Sample> samples) {
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            "time",
            "running",
            "fewest",
            "median",
            "most",
            "in band",
            "parts",
            "diameter",
            "ended",
            "connections from 0 to " + max));
    samples.forEach(sample -> lines.add(line(sample)));
    return lines;
  }

  private String line(Sample sample) {
    return row(
        clock(sample.at()),
        sample.running(),
        sample.fewest(),
        sample.median(),
        sample.most(),
        sample.inBand(),
        sample.parts(),
        sample.diameter(),
        sample.ended(),
        bar(sample));
  }

  private String bar(Sample sample) {
    StringBuilder bar = new StringBuilder(" ".repeat(WIDTH + 1));
    for (int at = place(sample.fewest()); at <= place(sample.most()); at++) {
      bar.setCharAt(at, '-');
    }
    bar.setCharAt(place(sample.median()), '#');
    return "|" + bar + "|";
  }

  private int place(int connections) {
    return Math.min(WIDTH, connections * WIDTH / Math.max(1, max));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }

  /** Hours, minutes and seconds. */
  static String clock(Duration time) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
