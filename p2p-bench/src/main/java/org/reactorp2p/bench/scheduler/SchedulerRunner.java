/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure cells, each in a JVM of its own, round after round in turns. */
final class SchedulerRunner {
  private static final TimeValue TIME = TimeValue.milliseconds(200);
  private static final int WARM_UPS = 8;
  private static final int SAMPLES = 10;

  private final Map<Cell, List<Double>> samples = new LinkedHashMap<>();

  void round(Collection<Cell> cells) {
    for (Cell cell : cells) {
      List<Double> all = samples.computeIfAbsent(cell, unused -> new ArrayList<>());
      for (RunResult result : run(cell)) {
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .forEach(sample -> all.add(sample.getPrimaryResult().getScore()));
      }
    }
  }

  /** The median of a cell's samples over all rounds, in nanoseconds per item. */
  Map<Cell, Double> medians() {
    Map<Cell, Double> medians = new LinkedHashMap<>();
    samples.forEach(
        (cell, values) ->
            medians.put(cell, values.stream().sorted().toList().get(values.size() / 2)));
    return medians;
  }

  private static Collection<RunResult> run(Cell cell) {
    Options options =
        new OptionsBuilder()
            .include(cell.act().pattern())
            .param("bytes", Integer.toString(cell.bytes()))
            .param("shares", Integer.toString(cell.shares()))
            .forks(1)
            .warmupIterations(WARM_UPS)
            .warmupTime(TIME)
            .measurementIterations(SAMPLES)
            .measurementTime(TIME)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      return new Runner(options).run();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not measure " + cell.name(), e);
    }
  }
}
