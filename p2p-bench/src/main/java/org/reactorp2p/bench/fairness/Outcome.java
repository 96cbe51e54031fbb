/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.List;
import org.reactorp2p.bench.fairness.arena.Arena;

/**
 * How fair it was.
 *
 * @param jain Jain's index of the rates by weight: 1 if all are alike, 1/n if one has all
 * @param utilisation what flowed, of what might have
 * @param worstShare what the least served got by weight, of the mean
 * @param rateError how far the rate over five seconds ever was from the limit, of the limit
 * @param changes what flowed after each change of the limit
 */
record Outcome(
    Contender contender,
    Crowd crowd,
    double jain,
    double utilisation,
    double worstShare,
    double rateError,
    List<Settling> changes) {
  private static final double WINDOW = 2 * Arena.LARGEST;

  static double jain(double[] rates) {
    double sum = 0;
    double squares = 0;
    for (double rate : rates) {
      sum += rate;
      squares += rate * rate;
    }
    return sum * sum / (rates.length * squares);
  }

  /** The least of the rates, of their mean. */
  static double worst(double[] rates) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (double rate : rates) {
      sum += rate;
      least = Math.min(least, rate);
    }
    return least * rates.length / sum;
  }

  /** The longest time that a change took, in seconds; infinite if one did not settle at all. */
  double settlingSeconds() {
    return changes.stream().mapToDouble(Outcome::seconds).max().orElse(Double.NaN);
  }

  /** The same in windows of ours, as they are at the new limit: two of the largest items. */
  double settlingWindows() {
    return changes.stream()
        .mapToDouble(change -> seconds(change) / (WINDOW / change.limit()))
        .max()
        .orElse(Double.NaN);
  }

  private static double seconds(Settling change) {
    double seconds = change.seconds(Trial.LEEWAY);
    return seconds < change.end() / 2 ? seconds : Double.POSITIVE_INFINITY;
  }

  String name() {
    return contender.label() + "-" + crowd.name();
  }
}
