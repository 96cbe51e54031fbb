/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.Locale;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Report;

/** A line for each outcome, for people; and its figures, for machines. */
final class FairnessTable {
  private final Report report;

  FairnessTable(Report report) {
    this.report = report;
  }

  void head() {
    report.note(
        String.format(
            "%-36s%9s%13s%13s%12s%12s%9s",
            "who-streams",
            "Jain",
            "utilisation",
            "worst share",
            "rate error",
            "settled, ms",
            "windows"));
  }

  void add(Outcome outcome) {
    report.note(
        String.format(
            Locale.ROOT,
            "%-36s%9.5f%13.4f%13.4f%11.2f%%%12s%9s",
            outcome.name(),
            outcome.jain(),
            outcome.utilisation(),
            outcome.worstShare(),
            100 * outcome.rateError(),
            settled("%.0f", 1_000 * outcome.settlingSeconds()),
            settled("%.2f", outcome.settlingWindows())));
    keep(outcome);
  }

  void foot() {
    report.note(
        "Settled: from when on what flows was never further than 96 KiB, an item and a quarter window,"
            + " from an even flow at the new limit; the slower of halving and doubling.");
  }

  private static String settled(String format, double value) {
    return Double.isInfinite(value) ? "never" : String.format(Locale.ROOT, format, value);
  }

  private void keep(Outcome outcome) {
    String name = "fairness-" + outcome.name();
    report.keep(new Figure(name + "-jain", outcome.jain(), "index"));
    report.keep(new Figure(name + "-utilisation", outcome.utilisation(), "of the limit"));
    report.keep(new Figure(name + "-worst-share", outcome.worstShare(), "of the mean"));
    report.keep(new Figure(name + "-rate-error", outcome.rateError(), "of the limit"));
    if (Double.isFinite(outcome.settlingSeconds())) {
      report.keep(new Figure(name + "-settling", outcome.settlingWindows(), "windows"));
    }
  }
}
