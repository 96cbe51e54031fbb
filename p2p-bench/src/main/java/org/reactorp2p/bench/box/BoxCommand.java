/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** {@code ./p2p bench box}. */
@Command(
    name = "box",
    header = "How long one frame takes to seal and to open, on one core.",
    description = {
      "Our box, plain and with the vector module where that is present, beside libsodium and Bouncy"
          + " Castle: JMH, each in a JVM of its own, in turns. Takes one to two minutes a round.",
      "The goals are ratios to libsodium, called through the JDK's foreign-function interface (JDK"
          + " 22 and later). Where it cannot be called, Bouncy Castle stands for it by the ratio that"
          + " was measured where both could."
    })
public final class BoxCommand implements Callable<Integer> {
  private static final List<Integer> LENGTHS = List.of(64, 1_024, 16_384, 65_517);
  private static final List<String> ACTS = List.of("seal", "open");
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
    Report report = new Report("box", spec.commandLine().getOut());
    List<Provider> providers = Provider.available();
    explain(providers, report);
    BoxRunner runner = new BoxRunner();
    for (int i = 1; i <= rounds; i++) {
      report.note("round " + i + " of " + rounds + " ...");
      runner.round(cells(providers));
    }
    Map<Cell, Double> nanos = runner.medians();
    nanos.forEach((cell, time) -> report.figure(new Figure("box-" + cell.name(), time, "ns")));
    table(providers, nanos).forEach(report::note);
    BoxGoals.of(Runtime.version().feature(), nanos).forEach(report::goal);
    return report.conclude(json);
  }

  private static void explain(List<Provider> providers, Report report) {
    if (!providers.contains(Provider.VECTOR)) {
      report.note("The vector box is not here: its module jdk.incubator.vector is missing.");
    }
    if (!providers.contains(Provider.LIBSODIUM)) {
      report.note("libsodium cannot be called here: Bouncy Castle stands for it, by known ratios.");
    }
  }

  private static List<Cell> cells(List<Provider> providers) {
    List<Cell> cells = new ArrayList<>();
    for (int length : LENGTHS) {
      for (String act : ACTS) {
        providers.forEach(provider -> cells.add(new Cell(provider, act, length)));
      }
    }
    return cells;
  }

  /** A line per act and length: the speed of each, and its ratio to libsodium. */
  private static List<String> table(List<Provider> providers, Map<Cell, Double> nanos) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(String.format("%n%-14s", "MB/s (ratio)"));
    providers.forEach(provider -> head.append(String.format("%20s", provider.label())));
    lines.add(head.toString());
    for (int length : LENGTHS) {
      for (String act : ACTS) {
        lines.add(line(providers, nanos, act, length));
      }
    }
    lines.add("");
    return lines;
  }

  private static String line(
      List<Provider> providers, Map<Cell, Double> nanos, String act, int length) {
    StringBuilder line = new StringBuilder(String.format("%-14s", act + " " + length + " B"));
    for (Provider provider : providers) {
      Cell cell = new Cell(provider, act, length);
      double time = nanos.getOrDefault(cell, Double.NaN);
      double ratio = BoxGoals.yardstick(nanos, cell) / time;
      line.append(String.format(Locale.ROOT, "%12.0f (%5.2f)", length * 1e3 / time, ratio));
    }
    return line.toString();
  }
}
