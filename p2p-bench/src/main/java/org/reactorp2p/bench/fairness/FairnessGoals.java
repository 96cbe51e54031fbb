/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.reactorp2p.bench.fairness.Crowd.Weights;
import org.reactorp2p.bench.report.Goal;

/** How fair it has to be: for each figure, that of the crowd that did worst. */
final class FairnessGoals {
  private static final double LEAST_JAIN = 0.999;
  private static final double LEAST_JAIN_BY_WEIGHT = 0.995;
  private static final double LEAST_UTILISATION = 0.99;
  private static final double LEAST_ACCURACY = 0.99;
  private static final double MOST_WINDOWS = 2;

  private FairnessGoals() {}

  static List<Goal> of(List<Outcome> outcomes) {
    return List.of(
        worst("fairness-jain-equal", with(Weights.EQUAL, outcomes), Outcome::jain, LEAST_JAIN),
        worst(
            "fairness-jain-1:2:4",
            with(Weights.ONE_TWO_FOUR, outcomes),
            Outcome::jain,
            LEAST_JAIN_BY_WEIGHT),
        worst("fairness-utilisation", outcomes.stream(), Outcome::utilisation, LEAST_UTILISATION),
        worst(
            "fairness-rate-over-5s",
            outcomes.stream(),
            outcome -> 1 - outcome.rateError(),
            LEAST_ACCURACY),
        worst(
            "fairness-2-windows-to-settling",
            outcomes.stream(),
            outcome -> MOST_WINDOWS / Math.max(1, outcome.settling()),
            1));
  }

  private static Stream<Outcome> with(Weights weights, List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.crowd().weights() == weights);
  }

  private static Goal worst(
      String name, Stream<Outcome> outcomes, ToDoubleFunction<Outcome> figure, double limit) {
    return new Goal(name, outcomes.mapToDouble(figure).min().orElse(Double.NaN), limit);
  }
}
