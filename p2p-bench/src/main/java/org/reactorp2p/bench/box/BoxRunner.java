/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure cells, each in a JVM of its own, round after round in turns. */
final class BoxRunner {
  private static final TimeValue WARM_UP = TimeValue.milliseconds(250);
  private static final TimeValue SAMPLE = TimeValue.milliseconds(50);

  /**
   * For everybody: the loops of a box take up to two seconds of a processor until they are compiled
   * for good, and with less the same code was measured at anything from once to twice its time.
   */
  private static final int WARM_UPS = 10;

  private static final int SAMPLES = 10;

  private final Map<Cell, List<Double>> samples = new LinkedHashMap<>();

  void round(Collection<Cell> cells) {
    for (Cell cell : cells) {
      List<Double> all = samples.computeIfAbsent(cell, unused -> new ArrayList<>());
      for (RunResult result : run(cell)) {
        result.getBenchmarkResults().stream()
            .flatMap(benchmark -> benchmark.getIterationResults().stream())
            .map(IterationResult::getPrimaryResult)
            .forEach(iteration -> all.add(iteration.getScore()));
      }
    }
  }

  private static Collection<RunResult> run(Cell cell) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(BoxBenchmark.class.getName() + "\\." + cell.act() + "$")
            .param("provider", cell.provider().label())
            .param("length", Integer.toString(cell.length()))
            .forks(1)
            .warmupIterations(WARM_UPS)
            .warmupTime(WARM_UP)
            .measurementIterations(SAMPLES)
            .measurementTime(SAMPLE)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    try {
      return new Runner(options.build()).run();
    } catch (NoBenchmarksException e) {
      throw new IllegalStateException("the benchmark is not in the jar", e);
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not measure " + cell.name(), e);
    }
  }

  /** The median of a cell's samples over all rounds, in nanoseconds. */
  Map<Cell, Double> medians() {
    Map<Cell, Double> medians = new LinkedHashMap<>();
    samples.forEach((cell, values) -> medians.put(cell, median(values)));
    return medians;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
