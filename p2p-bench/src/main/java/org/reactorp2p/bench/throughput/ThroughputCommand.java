/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.process.Bounds;
import org.reactorp2p.bench.report.Machine;
import org.reactorp2p.bench.report.Report;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ProgressLine;
import org.reactorp2p.node.cli.WorkFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench throughput}: how fast messages go one way. */
@Command(
    name = "throughput",
    header = "Sends messages one way between two processes, beside what one would use instead.",
    description = {
      "Two processes over loopback, an event loop each: the whole stack with handshake, encryption",
      "and back-pressure; Reactor Netty without any of it, and with TLS; and RSocket; by turns.",
      "Medians of half-second slices; CPU is that of both processes. What arrives is counted and",
      "checked, and a run in which anything is lost, damaged or unauthenticated fails."
    })
public final class ThroughputCommand implements Callable<Integer> {

  private static final String VECTOR_MODULE = "jdk.incubator.vector";
  private static final Duration SLICE = Duration.ofMillis(500);
  private static final Duration SETTLING = Duration.ofMillis(500);

  /** Modes of encryption. */
  enum Mode {
    /** With the vector module. */
    VECTOR,
    /** Without, as on a JVM without flags. */
    PLAIN
  }

  /** What users could take instead of us. */
  enum Rival {
    TLS(Stack.TLS),
    RSOCKET(Stack.RSOCKET),
    NONE;

    private final List<Stack> stacks;

    Rival(Stack... stacks) {
      this.stacks = List.of(stacks);
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--modes",
      split = ",",
      paramLabel = "MODE",
      defaultValue = "vector,plain",
      description = "What encrypts: ${COMPLETION-CANDIDATES}.")
  private Set<Mode> modes = EnumSet.allOf(Mode.class);

  @Option(
      names = "--beside",
      split = ",",
      paramLabel = "STACK",
      defaultValue = "tls,rsocket",
      description = {
        "What else runs, beside plain Reactor Netty: tls (Reactor Netty with TLS 1.3 by BoringSSL),",
        "rsocket (RSocket over the same), or none."
      })
  private Set<Rival> rivals = EnumSet.allOf(Rival.class);

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "1",
      description = "Connections of each stack, 1 to 1000; they share the two event loops.")
  private int lines = 1;

  @Option(
      names = "--payloads",
      split = ",",
      paramLabel = "PAYLOAD",
      defaultValue = "large,medium,small",
      description = "How large messages are (65511 B, 1 KiB, 32 B): ${COMPLETION-CANDIDATES}.")
  private Set<Payload> payloads = EnumSet.allOf(Payload.class);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Turns of each stack with each payload, 1 to 1000.")
  private int rounds = 3;

  @Option(
      names = "--slices",
      paramLabel = "N",
      defaultValue = "4",
      description = "Half seconds measured in a turn, 1 to 1000.")
  private int slices = 4;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "6",
      description = "Before the first turn with each payload, 0 to 600.")
  private int warmUp = 6;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there, too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws InterruptedException {
    Bounds.require("--lines", lines, 1, 1000);
    Bounds.require("--rounds", rounds, 1, 1000);
    Bounds.require("--slices", slices, 1, 1000);
    Bounds.require("--warm-up", warmUp, 0, 600);
    Set<Stack> stacks = stacks();
    Report report = new Report("throughput", spec.commandLine().getOut());
    report.note(Machine.line());
    Table table = new Table(measure(stacks));
    table.into(report);
    Aims.of(table.cells()).forEach(report::goal);
    return report.conclude(json);
  }

  private Set<Stack> stacks() {
    Set<Stack> stacks = EnumSet.of(Stack.NETTY);
    rivals.forEach(rival -> stacks.addAll(rival.stacks));
    if (modes.contains(Mode.PLAIN)) {
      stacks.add(Stack.PLAIN);
    }
    if (modes.contains(Mode.VECTOR)) {
      if (ModuleFinder.ofSystem().find(VECTOR_MODULE).isEmpty()) {
        throw new BadInputException(
            "this Java has no module " + VECTOR_MODULE + "; ask for --modes plain only");
      }
      stacks.add(Stack.VECTOR);
    }
    return stacks;
  }

  private List<Cell> measure(Set<Stack> stacks) throws InterruptedException {
    Schedule schedule =
        new Schedule(lines, rounds, slices, SLICE, Duration.ofSeconds(warmUp), SETTLING);
    AtomicInteger over = new AtomicInteger();
    long turns = (long) stacks.size() * payloads.size() * rounds;
    try (ProgressLine progress = ProgressLine.open("throughput", " turns", 1, turns)) {
      Runnable afterTurn = () -> progress.at(over.incrementAndGet());
      return new Match(stacks, payloads, schedule, afterTurn).run();
    } catch (IOException failed) {
      throw new WorkFailedException("the measured processes could not be talked to", failed);
    }
  }
}
