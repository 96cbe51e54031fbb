/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.contender.Turns;
import org.reactorp2p.bench.process.Bounds;
import org.reactorp2p.bench.process.Descriptors;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Goal;
import org.reactorp2p.bench.report.Machine;
import org.reactorp2p.bench.report.Median;
import org.reactorp2p.bench.report.Report;
import org.reactorp2p.node.cli.ProgressLine;
import org.reactorp2p.node.cli.WorkFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench scale}: what a message costs among many connections. */
@Command(
    name = "scale",
    header = "Asks and answers on many connections at once: what does a message cost among them?",
    description = {
      "Two processes over loopback; on each connection a question of 32 B follows the answer before",
      "it. Cost is the processor time of both processes for a question with its answer. By turns:",
      "ours, and Reactor Netty without encryption."
    })
public final class ScaleCommand implements Callable<Integer> {

  private static final Set<Stack> STACKS = EnumSet.of(Stack.VECTOR, Stack.PLAIN, Stack.NETTY);

  /** How much dearer a message may be than on the only connection. */
  private static final Map<Integer, Double> MOST_GROWTH = Map.of(1_000, 1.2, 10_000, 1.6);

  @Spec private CommandSpec spec;

  @Option(
      names = "--connections",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,100,1000,10000",
      description = "How many, each 1 to 20,000; 1 is always among them.")
  private List<Integer> connections = List.of(1);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Turns of each stack with each number, 1 to 1000.")
  private int rounds = 3;

  @Option(
      names = "--turn",
      paramLabel = "MILLIS",
      defaultValue = "2000",
      description = "How long a turn is, 10 to 60000; as long again passes before it.")
  private int turn = 2000;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "6",
      description = "Of each stack, before its first turn, 0 to 600.")
  private int warmUp = 6;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws InterruptedException {
    connections.forEach(number -> Bounds.require("--connections", number, 1, 20_000));
    Bounds.require("--rounds", rounds, 1, 1000);
    Bounds.require("--turn", turn, 10, 60_000);
    Bounds.require("--warm-up", warmUp, 0, 600);
    Descriptors.require(Collections.max(connections));
    Set<Integer> numbers = new TreeSet<>(connections);
    numbers.add(1);
    Report report = new Report("scale", spec.commandLine().getOut());
    report.note(Machine.line());
    show(measure(numbers), report);
    return report.conclude(json);
  }

  private Map<Integer, Map<Stack, List<Double>>> measure(Set<Integer> numbers)
      throws InterruptedException {
    AtomicInteger over = new AtomicInteger();
    long turns = (long) numbers.size() * STACKS.size() * rounds;
    Map<Integer, Map<Stack, List<Double>>> costs = new TreeMap<>();
    try (Pairs pairs = Pairs.start(STACKS);
        ProgressLine progress = ProgressLine.open("scale", " turns", 1, turns)) {
      for (Stack stack : STACKS) {
        cost(pairs.of(stack), 1, Duration.ofSeconds(warmUp).toMillis(), 1);
      }
      Runnable afterTurn = () -> progress.at(over.incrementAndGet());
      for (int number : numbers) {
        costs.put(
            number,
            new Turns<Double>(STACKS, rounds, afterTurn)
                .all((stack, round) -> cost(pairs.of(stack), number, turn, turn)));
      }
      return costs;
    } catch (IOException failed) {
      throw new WorkFailedException("the measured processes could not be talked to", failed);
    }
  }

  private static double cost(Pair pair, int number, long before, long millis)
      throws IOException, InterruptedException {
    pair.connect(Payload.SMALL, number);
    pair.talk();
    TimeUnit.MILLISECONDS.sleep(before);
    double cost = pair.cpuNanosPerAnswer(millis);
    pair.stop();
    return cost;
  }

  private static void show(Map<Integer, Map<Stack, List<Double>>> costs, Report report) {
    report.note("connections   stack              CPU/answer   to 1 connection   spread");
    Map<Stack, List<Double>> alone = costs.getOrDefault(1, Map.of());
    costs.forEach(
        (number, row) ->
            row.forEach(
                (stack, turns) -> {
                  Median cost = Median.of(turns, Double::doubleValue);
                  Median one = Median.of(alone.getOrDefault(stack, List.of()), Double::doubleValue);
                  show(stack, number, cost, cost.value() / one.value(), report);
                }));
  }

  private static void show(Stack stack, int number, Median cost, double growth, Report report) {
    report.note(
        String.format(
            Locale.ROOT,
            "%,11d   %-15s %10.0f ns %17.2f   ±%.0f %%",
            number,
            stack.label(),
            cost.value(),
            growth,
            100 * cost.spread()));
    String name = "scale-" + stack.id() + "-" + number;
    report.keep(new Figure(name + "-cpu", cost.value(), "ns/answer"));
    report.keep(new Figure(name + "-growth", growth, "of 1 connection"));
    Double most = MOST_GROWTH.get(number);
    if (most != null && stack.isOurs()) {
      report.goal(new Goal(name + "-" + most + "-to-growth", most / growth, 1));
    }
  }
}
