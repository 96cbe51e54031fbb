/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.P2p;
import org.reactorp2p.node.cli.Subcommand;
import org.reactorp2p.node.cli.WorkFailedException;
import org.reactorp2p.node.config.BoxSetting;
import org.reactorp2p.pool.Environment;
import picocli.CommandLine.Command;
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
            + " The table at the end shows what every node got; all must have got the same.")
public final class SwarmCommand implements Subcommand {

  private static final int MAX_NODES = 100;
  private static final long MAX_FILE = 64L << 20;
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
      description = "What to broadcast, at most 64 MiB.",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
  private Path file;

  @Option(
      names = "--message-size",
      paramLabel = "BYTES",
      defaultValue = "1024",
      description = "How much of the file goes into one message: 1 to 1048576.")
  private int messageSize;

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
    SwarmPlan plan =
        new SwarmPlan(nodes, shape, content(), messageSize, Duration.ofSeconds(timeout));
    long began = System.nanoTime();
    List<NodeResult> results = play(plan);
    report(plan, results, Duration.ofNanos(System.nanoTime() - began));
    return ExitStatus.OK;
  }

  private static void requireWithin(String flag, int value, int min, int max) {
    if (value < min || value > max) {
      throw new BadInputException(
          flag + " " + value + " cannot be used: give a number from " + min + " to " + max);
    }
  }

  private byte[] content() {
    try {
      if (!Files.isRegularFile(file)) {
        throw new BadInputException(
            file + " is no file that could be read; give another with --file");
      }
      if (Files.size(file) > MAX_FILE) {
        throw new BadInputException(
            file + " is longer than 64 MiB; give a shorter one with --file");
      }
      return Files.readAllBytes(file);
    } catch (IOException refused) {
      throw new BadInputException(
          file + " cannot be read (" + refused + "); see to its rights", refused);
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

  private void report(SwarmPlan plan, List<NodeResult> results, Duration took) {
    PrintWriter out = spec.commandLine().getOut();
    String digest = FileDigest.of(plan.file());
    new SwarmTable(plan.others(), digest).lines(results).forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%d nodes, %d connections, %d broadcasts of %d bytes, %.1f s%n",
        plan.nodes(),
        results.stream().mapToInt(NodeResult::connections).sum() / 2,
        plan.nodes(),
        plan.file().length,
        took.toMillis() / 1e3);
    if (!results.stream().allMatch(result -> result.agrees(plan.others(), digest))) {
      throw new WorkFailedException(
          "not every node got the file as it is, whose SHA-256 is " + digest);
    }
    out.println("all agree: SHA-256 of " + file.getFileName() + " is " + digest);
  }
}
