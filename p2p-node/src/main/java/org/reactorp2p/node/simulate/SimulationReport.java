/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.test.Failure;
import org.reactorp2p.test.P2pSimulation;
import org.reactorp2p.test.measure.Sample;

/** What a simulation came to, in lines. */
final class SimulationReport {

  private static final int ROWS = 24;
  private static final int MOST_FAILURES = 20;
  private static final double SECONDS_PER_HOUR = 3600;

  private final P2pSimulation<?> simulation;
  private final Bounds bounds;
  private final List<Sample> samples;

  SimulationReport(P2pSimulation<?> simulation, Bounds bounds) {
    this.simulation = simulation;
    this.bounds = bounds;
    this.samples = simulation.samples();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(new ConnectionTable(bounds.max()).lines(some()));
    lines.add("");
    lines.add(convergence("at least " + bounds.min(), sample -> sample.fewest() >= bounds.min()));
    lines.add(
        convergence(
            "between %d and %d".formatted(bounds.minTarget(), bounds.maxTarget()),
            sample -> sample.inBand() == sample.running()));
    last().ifPresent(sample -> lines.add(shape(sample)));
    lines.add(turnover());
    failures(lines);
    return lines;
  }

  /** The first minutes closely, then the rest in even steps. */
  private List<Sample> some() {
    List<Sample> some = new ArrayList<>();
    int step = Math.max(1, samples.size() / ROWS);
    for (int i = 0; i < samples.size(); i++) {
      boolean beginning = i == 0 || i == 2 || i == 5 || i == 11;
      if (beginning || (i + 1) % step == 0) {
        some.add(samples.get(i));
      }
    }
    return some;
  }

  private Optional<Sample> last() {
    return samples.isEmpty() ? Optional.empty() : Optional.of(samples.get(samples.size() - 1));
  }

  private String convergence(String what, Predicate<Sample> holds) {
    Duration since = null;
    for (Sample sample : samples) {
      boolean good = sample.running() > 0 && holds.test(sample);
      since = good ? (since == null ? sample.at() : since) : null;
    }
    return "every node has "
        + what
        + " connections "
        + (since == null ? "never for good" : "from " + ConnectionTable.clock(since) + " on");
  }

  private static String shape(Sample last) {
    return "at the end: %d nodes in %d part%s, at most %d steps from each other"
        .formatted(last.running(), last.parts(), last.parts() == 1 ? "" : "s", last.diameter());
  }

  private String turnover() {
    long ended = samples.stream().mapToLong(Sample::ended).sum();
    double nodeHours =
        samples.stream().mapToLong(Sample::running).average().orElse(0)
            * simulation.passed().toSeconds()
            / SECONDS_PER_HOUR;
    return String.format(
        Locale.ROOT,
        "turnover: %.1f connections of a node end per hour; %d events, %d tasks",
        nodeHours == 0 ? 0 : ended / nodeHours,
        simulation.events(),
        simulation.tasks());
  }

  private void failures(List<String> lines) {
    List<Failure> failures = simulation.failures();
    failures.stream()
        .limit(MOST_FAILURES)
        .forEach(
            failure ->
                lines.add(
                    "FAILED at %s: %s"
                        .formatted(ConnectionTable.clock(failure.at()), failure.sentence())));
    if (failures.size() > MOST_FAILURES) {
      lines.add("... and " + (failures.size() - MOST_FAILURES) + " more");
    }
  }
}
