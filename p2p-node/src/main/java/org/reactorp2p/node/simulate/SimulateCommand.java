/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.simulate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.ProgressLine;
import org.reactorp2p.node.cli.Subcommand;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.test.P2pSimulation;
import org.reactorp2p.test.SimulationPlan;
import org.reactorp2p.test.plot.ConnectionPlot;
import org.reactorp2p.test.scenario.Nodes;
import org.reactorp2p.test.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p simulate}: hundreds of whole nodes in one thread, on virtual time, from a seed. */
@Command(
    name = "simulate",
    header = "Runs hundreds of whole nodes on virtual time, from a seed.",
    description =
        "Every node is a real one, with real handshakes and encrypted frames, but over memory instead"
            + " of sockets, and all in one thread whose clock is moved by hand: hours pass in minutes,"
            + " and the same seed gives the same run, event for event, on every machine. A scenario"
            + " starts, stops, cuts and heals; without one all nodes start and are left alone. The"
            + " last line is a hash of everything that happened.")
public final class SimulateCommand implements Subcommand {

  private static final Duration STRIDE = Duration.ofSeconds(10);
  private static final double MOST_HOURS = 24 * 366;
  private static final int MOST_EXPECTED = 1000;
  private static final int LONGEST_TEXT = 1000;
  private static final int SECONDS_PER_HOUR = 3600;

  @Spec private CommandSpec spec;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many nodes: 1 to 10000.")
  private int nodes;

  @Option(
      names = "--hours",
      paramLabel = "HOURS",
      defaultValue = "1",
      description = "How long, in simulated hours; 0.5 is half an hour.")
  private double hours;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Of all that is left to chance: any whole number.")
  private long seed;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "What is done to them, a line each, such as '10m cut 0-49 from 50-99'; see"
              + " docs/testing-your-application.md.")
  private @Nullable Path scenario;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "How many connections a node expects, with half of it as its minimum and half more as its"
              + " maximum; 0 for the defaults, 10, 50 and 100.")
  private int expected;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Draw the connections over time into this file.")
  private @Nullable Path svg;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Write every event into this file: the lines whose hash is shown.")
  private @Nullable Path log;

  @Override
  public Integer call() {
    requireSense();
    Scenario wanted = scenario == null ? Scenario.usual() : ScenarioFile.read(scenario);
    try (EventFile events = EventFile.of(Optional.ofNullable(log))) {
      var plan =
          SimulationPlan.of(nodes, seed, MessageCodec.text(0x10, LONGEST_TEXT))
              .withScenario(wanted)
              .withSetup(usual -> usual.bounds(bounds()))
              .withReader(events::add);
      try (P2pSimulation<String> simulation = P2pSimulation.of(plan)) {
        run(simulation);
        return report(simulation);
      }
    }
  }

  private Bounds bounds() {
    return expected == 0 ? Bounds.DEFAULT : Bounds.around(expected);
  }

  private void requireSense() {
    if (expected < 0 || expected > MOST_EXPECTED) {
      throw new BadInputException(
          "--connections "
              + expected
              + " cannot be used: give a number from 1 to "
              + MOST_EXPECTED
              + ", or 0 for the defaults");
    }
    if (nodes < 1 || nodes > Nodes.MOST) {
      throw new BadInputException(
          "--nodes " + nodes + " cannot be used: give a number from 1 to " + Nodes.MOST);
    }
    if (!(hours > 0 && hours <= MOST_HOURS)) {
      throw new BadInputException(
          "--hours " + hours + " cannot be used: give more than 0, and no more than a year has");
    }
  }

  private void run(P2pSimulation<String> simulation) {
    Duration end = Duration.ofSeconds(Math.max(1, Math.round(hours * SECONDS_PER_HOUR)));
    try (ProgressLine progress =
        ProgressLine.open("simulating", " s", 1, Math.max(1, end.toSeconds()))) {
      while (simulation.passed().compareTo(end) < 0) {
        Duration left = end.minus(simulation.passed());
        simulation.pass(left.compareTo(STRIDE) < 0 ? left : STRIDE);
        progress.at(simulation.passed().toSeconds());
      }
    }
  }

  private int report(P2pSimulation<String> simulation) {
    PrintWriter out = spec.commandLine().getOut();
    var report = new SimulationReport(simulation, bounds());
    report.lines().forEach(out::println);
    if (svg != null) {
      String title = String.format(Locale.ROOT, "%d nodes, seed %d", nodes, seed);
      var plot = new ConnectionPlot(title, bounds().minTarget(), bounds().maxTarget());
      TextFile.write(svg, plot.svg(simulation.samples()));
    }
    boolean good = simulation.failures().isEmpty();
    if (!good) {
      out.println("the same again: " + commandLine());
    }
    out.println("hash " + simulation.hash());
    return good ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private String commandLine() {
    return "./p2p simulate --nodes %d --hours %s --seed %d"
            .formatted(nodes, Double.toString(hours).replaceFirst("\\.0$", ""), seed)
        + (expected == 0 ? "" : " --connections " + expected)
        + (scenario == null ? "" : " --scenario '" + scenario + "'");
  }
}
