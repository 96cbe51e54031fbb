/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "Greedy streams with items of 1 B to 64 KiB share 8 MiB/s; then the limit is halved and"
          + " doubled again. On virtual time 1 to 1,000 of them, with equal weights and with 1:2:4,"
          + " among themselves and while others join and leave: our scheduler beside a model of the"
          + " original's. Over sockets of the loopback 8 of them: our whole stack beside Netty's"
          + " GlobalChannelTrafficShapingHandler, which plays on real time only. Takes about two"
          + " minutes, of which the sockets take one."
    })
public final class FairnessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to this file.")
  private @Nullable Path json;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      defaultValue = "fairness.svg",
      description = "Draw the outcome here, as SVG; without this option as ${DEFAULT-VALUE}.")
  private Path plot = Path.of("fairness.svg");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the sizes of the items.")
  private long seed;

  @Override
  public Integer call() {
    Report report = new Report("fairness", spec.commandLine().getOut());
    FairnessTable table = new FairnessTable(report);
    table.head();
    List<Outcome> outcomes = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      for (Crowd crowd : contender.crowds()) {
        Outcome outcome = Trial.play(contender, crowd, seed);
        outcomes.add(outcome);
        table.add(outcome);
      }
    }
    table.foot();
    draw(outcomes, plot);
    report.note("The plot is in " + plot + ".");
    FairnessGoals.of(outcomes).forEach(report::goal);
    return report.conclude(json);
  }

  private static void draw(List<Outcome> outcomes, Path plot) {
    try {
      Files.writeString(plot, Plot.of(outcomes));
    } catch (IOException e) {
      throw new BadInputException("cannot draw to " + plot + ": is the directory there?", e);
    }
  }
}
