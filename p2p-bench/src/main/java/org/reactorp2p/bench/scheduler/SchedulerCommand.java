/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Report;
import org.reactorp2p.node.cli.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench scheduler}. */
@Command(
    name = "scheduler",
    header = "What an item pays for its turn in the bandwidth scheduler.",
    description = {
      "Nanoseconds per item: without the operator, with it but no limit, with a limit that is never"
          + " reached, and with one that every share waits for. JMH, each in a JVM of its own, in"
          + " turns. Takes about a minute a round."
    })
public final class SchedulerCommand implements Callable<Integer> {
  private static final int MOST_ROUNDS = 100;

  @Spec private CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to this file.")
  private @Nullable Path json;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "2",
      description = "How often everything is measured, 1 to 100; medians of all count.")
  private int rounds;

  @Override
  public Integer call() {
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new BadInputException("--rounds is " + rounds + "; give a number from 1 to 100");
    }
    Report report = new Report("scheduler", spec.commandLine().getOut());
    SchedulerRunner runner = new SchedulerRunner();
    for (int i = 1; i <= rounds; i++) {
      report.note("round " + i + " of " + rounds + " ...");
      runner.round(Cell.all());
    }
    Map<Cell, Double> nanos = runner.medians();
    nanos.forEach(
        (cell, time) -> report.keep(new Figure("scheduler-" + cell.name(), time, "ns per item")));
    table(nanos, report);
    SchedulerGoals.of(nanos).forEach(report::goal);
    return report.conclude(json);
  }

  /** A line per number of shares and size, a column per act. */
  private static void table(Map<Cell, Double> nanos, Report report) {
    StringBuilder head = new StringBuilder(String.format("%n%-24s", "ns per item"));
    for (Act act : Act.values()) {
      head.append(String.format("%12s", act.label()));
    }
    report.note(head.toString());
    Cell.SHARES.forEach(shares -> report.note(line(nanos, Cell.SMALL, shares)));
    report.note(line(nanos, Cell.LARGE, 1));
    report.note("");
  }

  private static String line(Map<Cell, Double> nanos, int bytes, int shares) {
    StringBuilder line =
        new StringBuilder(String.format(Locale.ROOT, "%-24s", bytes + " B, " + shares + " shares"));
    for (Act act : Act.values()) {
      Double time = nanos.get(new Cell(act, bytes, shares));
      line.append(time == null ? " ".repeat(12) : String.format(Locale.ROOT, "%12.1f", time));
    }
    return line.toString();
  }
}
