/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Report;
import org.reactorp2p.node.cli.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench fairness}. */
@Command(
    name = "fairness",
    header = "How fairly the bandwidth scheduler divides a limit.",
    description = {
      "1 to 1,000 greedy streams with items of 1 B to 64 KiB share 8 MiB/s, with equal weights and"
          + " with 1:2:4, among themselves and while others join and leave. On virtual time, so it"
          + " takes seconds and prints the same for the same seed."
    })
public final class FairnessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to this file.")
  private @Nullable Path json;

  @Option(names = "--plot", paramLabel = "FILE", description = "Draw the outcome here, as SVG.")
  private @Nullable Path plot;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the sizes of the items.")
  private long seed;

  @Override
  public Integer call() {
    Report report = new Report("fairness", spec.commandLine().getOut());
    report.note(
        String.format(
            "%-28s%9s%13s%13s%12s%10s",
            "streams", "Jain", "utilisation", "worst share", "rate error", "settling"));
    List<Outcome> outcomes = new ArrayList<>();
    for (Crowd crowd : Crowd.all()) {
      Outcome outcome = new Trial(crowd, seed).play();
      outcomes.add(outcome);
      report.note(line(outcome));
      keep(outcome, report);
    }
    report.note("Settling: windows until what flows stays within one of a limit just halved.");
    FairnessGoals.of(outcomes).forEach(report::goal);
    if (plot != null) {
      draw(outcomes, plot);
    }
    return report.conclude(json);
  }

  private static String line(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%-28s%9.5f%13.4f%13.4f%11.2f%%%10.2f",
        outcome.crowd().name(),
        outcome.jain(),
        outcome.utilisation(),
        outcome.worstShare(),
        100 * outcome.rateError(),
        outcome.settling());
  }

  private static void keep(Outcome outcome, Report report) {
    String name = "fairness-" + outcome.crowd().name();
    report.keep(new Figure(name + "-jain", outcome.jain(), "index"));
    report.keep(new Figure(name + "-utilisation", outcome.utilisation(), "of the limit"));
    report.keep(new Figure(name + "-worst-share", outcome.worstShare(), "of the mean"));
    report.keep(new Figure(name + "-rate-error", outcome.rateError(), "of the limit"));
    report.keep(new Figure(name + "-settling", outcome.settling(), "windows"));
  }

  private static void draw(List<Outcome> outcomes, Path plot) {
    try {
      Files.writeString(plot, Plot.of(outcomes));
    } catch (IOException e) {
      throw new BadInputException("cannot draw to " + plot + ": is the directory there?", e);
    }
  }
}
