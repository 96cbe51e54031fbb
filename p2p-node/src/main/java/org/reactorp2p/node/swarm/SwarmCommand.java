/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.node.churn.Churn;
import org.reactorp2p.node.churn.ChurnPlan;
import org.reactorp2p.node.churn.ChurnReport;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.LiveScreen;
import org.reactorp2p.node.cli.P2p;
import org.reactorp2p.node.cli.Subcommand;
import org.reactorp2p.node.config.BandwidthOptions;
import org.reactorp2p.node.config.BoxSetting;
import org.reactorp2p.pool.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./p2p swarm}: the main job, on real sockets in one process. */
@Command(
    name = "swarm",
    header = "Starts real nodes on this machine and lets them pass a file around.",
    description =
        "Every node has its own identity and listens on a port of its own; all but the first know"
            + " only the first, unless --shape says otherwise. They connect over TCP and encrypt what they say. Then node after"
            + " node broadcasts the file, cut into messages, and each passes on what is new to it."
            + " The table at the end shows what every node got; all must have got the same. Under a"
            + " limit it also shows how fast a node was while somebody waited for the limit, what"
            + " part of the limit that is, and how fairly its peers were served (Jain's index, 1 at"
            + " best); and no node may ever have exceeded its limit by more than a moment's burst.")
public final class SwarmCommand implements Subcommand {

  private static final int MAX_NODES = 100;

  /** How long the broadcasts take under a limit, when nobody says what to broadcast. */
  private static final double SECONDS_UNDER_LIMIT = 8;

  private static final int MAX_SECONDS = 3600;

  @Spec private CommandSpec spec;
  @ParentCommand private P2p p2p;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many nodes: 2 to 100.")
  private int nodes;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      defaultValue = "star",
      description = "Who knows whom at the start: ${COMPLETION-CANDIDATES}.")
  private Shape shape;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      defaultValue = "${sys:p2p.home:-.}/README.md",
      description =
          "What to broadcast, at most 64 MiB. Without it, the README of this project; under a limit,"
              + " random bytes for some seconds.",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
  private Path file;

  @Option(
      names = "--message-size",
      paramLabel = "BYTES",
      defaultValue = "1024",
      description = "How much of the file goes into one message: 1 to 1048576.")
  private int messageSize;

  @Mixin private BandwidthOptions bandwidth = new BandwidthOptions();

  @Option(
      names = "--churn",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description =
          "Pass no file around, but let nodes leave and come back all the time, until --timeout,"
              + " while maintenance keeps the number of their connections in its band. Shown live"
              + " in a terminal; every node must have stayed in the band.")
  private boolean churn;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      defaultValue = "churn.svg",
      description = "With --churn: where to draw the connections over time, at the end.")
  private Path svg;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "55",
      description = "Give up after so long: 1 to 3600.")
  private int timeout;

  @Override
  public Integer call() {
    requireWithin("--nodes", nodes, 2, MAX_NODES);
    requireWithin("--message-size", messageSize, 1, PieceCodec.MAX_PIECE);
    requireWithin("--timeout", timeout, 1, MAX_SECONDS);
    if (churn) {
      return churn();
    }
    Pace pace = new Pace(bandwidth.toLimits(), shape, nodes);
    Cargo cargo = cargo(pace);
    requireTimeFor(cargo, pace);
    SwarmPlan plan =
        new SwarmPlan(
            nodes, shape, cargo.bytes(), messageSize, pace.limits(), Duration.ofSeconds(timeout));
    long began = System.nanoTime();
    List<NodeResult> results = play(plan);
    new SwarmReport(plan, cargo, results)
        .print(spec.commandLine().getOut(), Duration.ofNanos(System.nanoTime() - began));
    return ExitStatus.OK;
  }

  private int churn() {
    requireWithin("--nodes", nodes, ChurnPlan.FEWEST, MAX_NODES);
    TcpTransport transport = TcpTransport.create(TcpConfig.defaults());
    Environment environment = BoxSetting.apply(p2p.box(), Environment.over(transport));
    ChurnPlan plan = new ChurnPlan(nodes, Duration.ofSeconds(timeout));
    try (Churn play = new Churn(plan, environment, System::nanoTime)) {
      ChurnReport report = watched(play);
      report.draw(svg);
      report.print(spec.commandLine().getOut());
    } finally {
      transport.disposeLater().block();
    }
    return ExitStatus.OK;
  }

  private static ChurnReport watched(Churn play) {
    try (LiveScreen screen = LiveScreen.open()) {
      return play.run(screen::show);
    }
  }

  private static void requireWithin(String flag, int value, int min, int max) {
    if (value < min || value > max) {
      throw new BadInputException(
          flag + " " + value + " cannot be used: give a number from " + min + " to " + max);
    }
  }

  private Cargo cargo(Pace pace) {
    double bytes = pace.bytesIn(SECONDS_UNDER_LIMIT);
    boolean chosen = spec.commandLine().getParseResult().hasMatchedOption("--file");
    return chosen || bytes == Double.POSITIVE_INFINITY
        ? Cargo.of(file)
        : Cargo.random(bytes, new SecureRandom());
  }

  private void requireTimeFor(Cargo cargo, Pace pace) {
    double seconds = pace.secondsFor(cargo.bytes().length);
    if (seconds > timeout) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "under this limit the broadcasts take at least %.0f s, and --timeout is %d: choose a"
                  + " higher limit, a smaller --file, fewer --nodes or a longer --timeout",
              seconds,
              timeout));
    }
  }

  private List<NodeResult> play(SwarmPlan plan) {
    TcpTransport transport = TcpTransport.create(TcpConfig.defaults());
    Environment environment = BoxSetting.apply(p2p.box(), Environment.over(transport));
    try (Swarm swarm = new Swarm(plan, environment, System::nanoTime)) {
      return swarm.run();
    } finally {
      transport.disposeLater().block();
    }
  }
}
