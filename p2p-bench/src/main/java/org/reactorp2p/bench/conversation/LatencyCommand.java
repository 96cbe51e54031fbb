/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.contender.Turns;
import org.reactorp2p.bench.process.Bounds;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Goal;
import org.reactorp2p.bench.report.Machine;
import org.reactorp2p.bench.report.Median;
import org.reactorp2p.bench.report.Report;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ProgressLine;
import org.reactorp2p.node.cli.WorkFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench latency}: how long an answer takes. */
@Command(
    name = "latency",
    header = "Asks and answers between two processes, beside what one would use instead.",
    description = {
      "One connection over loopback, one question at a time, asked at a fixed pace; a question that",
      "a slow answer held up counts from when it was due. By turns: ours, Reactor Netty without",
      "encryption, with TLS 1.3, and RSocket. Each figure is the median of the turns."
    })
public final class LatencyCommand implements Callable<Integer> {

  private static final Set<Stack> STACKS =
      EnumSet.of(Stack.VECTOR, Stack.PLAIN, Stack.NETTY, Stack.TLS, Stack.RSOCKET);

  /** At the 99th percentile, of what Reactor Netty with TLS takes; told as theirs to ours. */
  private static final double TO_TLS = 1.0;

  @Spec private CommandSpec spec;

  @Option(
      names = "--payload",
      paramLabel = "PAYLOAD",
      defaultValue = "small",
      description = "How large questions and answers are: small (32 B) or medium (1 KiB).")
  private Payload payload = Payload.SMALL;

  @Option(
      names = "--pace",
      paramLabel = "PER-SECOND",
      defaultValue = "4000",
      description = "Questions a second, 1 to 100000.")
  private int pace = 4000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "9",
      description = "Turns of each stack that count, 1 to 1000.")
  private int rounds = 9;

  @Option(
      names = "--turn",
      paramLabel = "MILLIS",
      defaultValue = "1000",
      description = "How long a turn is, 10 to 60000.")
  private int turn = 1000;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "4",
      description = "Of each stack, before its first turn, 0 to 600.")
  private int warmUp = 4;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws InterruptedException {
    if (payload == Payload.LARGE) {
      throw new BadInputException("--payload is small or medium: large ones are for throughput");
    }
    Bounds.require("--pace", pace, 1, 100_000);
    Bounds.require("--rounds", rounds, 1, 1000);
    Bounds.require("--turn", turn, 10, 60_000);
    Bounds.require("--warm-up", warmUp, 0, 600);
    Report report = new Report("latency", spec.commandLine().getOut());
    report.note(Machine.line());
    show(measure(), report);
    return report.conclude(json);
  }

  private Map<Stack, List<Histogram>> measure() throws InterruptedException {
    AtomicInteger over = new AtomicInteger();
    long turns = (long) STACKS.size() * rounds;
    try (Pairs pairs = Pairs.start(STACKS);
        ProgressLine progress = ProgressLine.open("latency", " turns", 1, turns)) {
      return new Turns<Histogram>(STACKS, rounds, () -> progress.at(over.incrementAndGet()))
          .all((stack, round) -> take(pairs.of(stack), round));
    } catch (IOException failed) {
      throw new WorkFailedException("the measured processes could not be talked to", failed);
    }
  }

  private Histogram take(Pair pair, int round) throws IOException {
    long every = TimeUnit.SECONDS.toNanos(1) / pace;
    pair.connect(payload, 1);
    if (round == 0 && warmUp > 0) {
      pair.pace(every, (long) warmUp * pace);
    }
    Histogram latencies = pair.pace(every, Math.max(1, (long) turn * pace / 1000));
    pair.stop();
    return latencies;
  }

  private void show(Map<Stack, List<Histogram>> all, Report report) {
    report.note("stack                  p50 us    p99 us  p99.9 us   spread of p99");
    all.forEach((stack, turns) -> show(stack, turns, report));
    double tls = percentile(all.getOrDefault(Stack.TLS, List.of()), 99).value();
    for (Stack ours : List.of(Stack.VECTOR, Stack.PLAIN)) {
      double own = percentile(all.getOrDefault(ours, List.of()), 99).value();
      report.goal(new Goal(name(ours) + "-p99-of-tls-to-ours", tls / own, TO_TLS));
    }
  }

  private void show(Stack stack, List<Histogram> turns, Report report) {
    Median p50 = percentile(turns, 50);
    Median p99 = percentile(turns, 99);
    Median p999 = percentile(turns, 99.9);
    report.note(
        String.format(
            Locale.ROOT,
            "%-18s %10.1f %9.1f %9.1f   ±%.0f %%",
            stack.label(),
            p50.value(),
            p99.value(),
            p999.value(),
            100 * p99.spread()));
    report.keep(new Figure(name(stack) + "-p50", p50.value(), "us"));
    report.keep(new Figure(name(stack) + "-p99", p99.value(), "us"));
    report.keep(new Figure(name(stack) + "-p99.9", p999.value(), "us"));
    report.keep(new Figure(name(stack) + "-p99-spread", p99.spread(), "of the median"));
  }

  private String name(Stack stack) {
    return "latency-" + stack.id() + "-" + payload.id();
  }

  private static Median percentile(List<Histogram> turns, double percentile) {
    return Median.of(turns, turn -> turn.getValueAtPercentile(percentile) / 1e3);
  }
}
