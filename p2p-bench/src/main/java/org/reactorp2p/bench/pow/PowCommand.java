/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.pow;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Goal;
import org.reactorp2p.bench.report.Report;
import org.reactorp2p.crypto.identity.MiningEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench pow}. */
@Command(
    name = "pow",
    header = "Hashes per second of the proof of work, on one core.",
    description = {
      "Our miner, plain and with the vector module where that is present, beside libsodium and"
          + " Bouncy Castle, in turns on one thread. Takes about 15 seconds.",
      "The goals are ratios to libsodium, called through the JDK's foreign-function interface (JDK"
          + " 22 and later). Where it cannot be called, Bouncy Castle times 1.39 stands for it."
    })
public final class PowCommand implements Callable<Integer> {
  /** How much faster libsodium was than Bouncy Castle where both were measured. */
  private static final double SODIUM_TO_BOUNCY_CASTLE = 1.39;

  private static final double PLAIN_GOAL = 0.95;
  private static final double VECTOR_GOAL = 5;

  @Spec private CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to this file.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    var threads = ManagementFactory.getThreadMXBean();
    var report = new Report("pow", spec.commandLine().getOut());
    Map<Contender, Double> rates =
        new Race(threads::getCurrentThreadCpuTime).run(new ArrayList<>(contenders()));
    rates.forEach((contender, rate) -> report.figure(figure(contender, rate)));
    double yardstick = yardstick(rates, report);
    rates.forEach((contender, rate) -> goal(contender, rate / yardstick).ifPresent(report::goal));
    if (MiningEngine.available().size() == 1) {
      report.note("The vector engine is not here: its module jdk.incubator.vector is missing.");
    }
    return report.conclude(json);
  }

  private static List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>();
    MiningEngine.available().forEach(engine -> contenders.add(new MinerContender(engine)));
    SodiumContender.find().ifPresent(contenders::add);
    contenders.add(new BouncyCastleContender());
    return contenders;
  }

  private static Figure figure(Contender contender, double rate) {
    return new Figure(contender.name(), rate / 1e6, "million hashes/s");
  }

  private static double yardstick(Map<Contender, Double> rates, Report report) {
    double estimate = 0;
    for (Map.Entry<Contender, Double> entry : rates.entrySet()) {
      if (entry.getKey() instanceof SodiumContender) {
        return entry.getValue();
      }
      if (entry.getKey() instanceof BouncyCastleContender) {
        estimate = entry.getValue() * SODIUM_TO_BOUNCY_CASTLE;
      }
    }
    report.note("libsodium cannot be called here: Bouncy Castle times 1.39 stands for it.");
    return estimate;
  }

  private static Optional<Goal> goal(Contender contender, double ratio) {
    return switch (contender.name()) {
      case "own-plain" -> Optional.of(new Goal("pow-plain-to-libsodium", ratio, PLAIN_GOAL));
      case "own-vector" -> Optional.of(new Goal("pow-vector-to-libsodium", ratio, VECTOR_GOAL));
      default -> Optional.empty();
    };
  }
}
