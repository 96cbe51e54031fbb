/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.connect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.contender.Children;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.contender.Turns;
import org.reactorp2p.bench.process.Bounds;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Machine;
import org.reactorp2p.bench.report.Median;
import org.reactorp2p.bench.report.Report;
import org.reactorp2p.node.cli.ProgressLine;
import org.reactorp2p.node.cli.WorkFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench connect}: how many authenticated connections a second. */
@Command(
    name = "connect",
    header = "Makes and closes authenticated connections, beside TLS.",
    description = {
      "Dials over loopback, shakes hands, closes, and dials anew; both ends in one process, by",
      "turns: ours with its proof of work checked, Reactor Netty without anything, with TLS 1.3 as",
      "in the web (only one end has a certificate), and with certificates at both ends. What is",
      "compared is what one processor could make in a second, so that waiting does not count."
    })
public final class ConnectCommand implements Callable<Integer> {

  private static final Set<Stack> STACKS =
      EnumSet.of(Stack.VECTOR, Stack.PLAIN, Stack.NETTY, Stack.TLS, Stack.WEB_TLS);

  @Spec private CommandSpec spec;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "4",
      description = "Connections that are being made at any time, 1 to 1000.")
  private int atOnce = 4;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Turns of each stack that count, 1 to 1000.")
  private int rounds = 5;

  @Option(
      names = "--turn",
      paramLabel = "MILLIS",
      defaultValue = "1000",
      description = "How long a turn is, 10 to 60000.")
  private int turn = 1000;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Of each stack, before its first turn, 0 to 600.")
  private int warmUp = 5;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws InterruptedException {
    Bounds.require("--at-once", atOnce, 1, 1000);
    Bounds.require("--rounds", rounds, 1, 1000);
    Bounds.require("--turn", turn, 10, 60_000);
    Bounds.require("--warm-up", warmUp, 0, 600);
    Report report = new Report("connect", spec.commandLine().getOut());
    report.note(Machine.line());
    show(measure(), report);
    return report.conclude(json);
  }

  private Map<Stack, List<Tally>> measure() throws InterruptedException {
    AtomicInteger over = new AtomicInteger();
    try (Children children = Children.start(STACKS, Caller.class);
        ProgressLine progress =
            ProgressLine.open("connect", " turns", 1, (long) STACKS.size() * rounds)) {
      return new Turns<Tally>(STACKS, rounds, () -> progress.at(over.incrementAndGet()))
          .all(
              (stack, round) -> {
                if (round == 0 && warmUp > 0) {
                  run(children, stack, Duration.ofSeconds(warmUp).toMillis());
                }
                return run(children, stack, turn);
              });
    } catch (IOException failed) {
      throw new WorkFailedException("the measured processes could not be talked to", failed);
    }
  }

  private Tally run(Children children, Stack stack, long millis) throws IOException {
    Tally tally = Tally.ofLine(children.ask(stack, "run " + millis + " " + atOnce));
    if (tally.faults() > 0) {
      throw new WorkFailedException(
          stack.label() + ": " + tally.faults() + " connections were not what they had to be");
    }
    return tally;
  }

  private static void show(Map<Stack, List<Tally>> all, Report report) {
    report.note("stack                           connections/s   /processor-second   spread");
    Map<Stack, Double> medians = new EnumMap<>(Stack.class);
    all.forEach(
        (stack, tallies) -> {
          Median wall = Median.of(tallies, Tally::perSecond);
          Median cpu = Median.of(tallies, Tally::perProcessorSecond);
          medians.put(stack, cpu.value());
          report.note(
              String.format(
                  Locale.ROOT,
                  "%-30s %,14.0f %,19.0f   ±%.0f %%",
                  stack.label(),
                  wall.value(),
                  cpu.value(),
                  100 * cpu.spread()));
          String name = "connect-" + stack.id();
          report.keep(new Figure(name + "-rate", wall.value(), "connections/s"));
          report.keep(
              new Figure(name + "-per-processor", cpu.value(), "connections/processor-second"));
          report.keep(new Figure(name + "-spread", cpu.spread(), "of the median"));
        });
    ConnectGoals.of(medians).forEach(report::goal);
  }
}
