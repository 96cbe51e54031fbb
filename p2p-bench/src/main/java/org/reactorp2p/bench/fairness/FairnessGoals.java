/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.reactorp2p.bench.fairness.Crowd.Weights;
import org.reactorp2p.bench.report.Goal;

/** How fair ours has to be: for each figure, that of the crowd that did worst. */
final class FairnessGoals {
  private static final double LEAST_JAIN = 0.999;
  private static final double LEAST_JAIN_BY_WEIGHT = 0.995;
  private static final double LEAST_UTILISATION = 0.99;
  private static final double LEAST_ACCURACY = 0.99;
  private static final double MOST_WINDOWS = 2;
  private static final double LEAST_JAIN_ON_SOCKETS = 0.99;
  private static final double LEAST_ACCURACY_ON_SOCKETS = 0.98;

  private FairnessGoals() {}

  static List<Goal> of(List<Outcome> outcomes) {
    List<Outcome> virtual = where(o -> o.contender() == Contender.OURS, outcomes);
    List<Outcome> equal = where(o -> o.crowd().weights() == Weights.EQUAL, virtual);
    List<Outcome> weighted = where(o -> o.crowd().weights() == Weights.ONE_TWO_FOUR, virtual);
    List<Outcome> sockets = where(o -> o.contender() == Contender.OUR_STACK, outcomes);
    return List.of(
        worst("fairness-jain-equal", equal, Outcome::jain, LEAST_JAIN),
        worst("fairness-jain-1:2:4", weighted, Outcome::jain, LEAST_JAIN_BY_WEIGHT),
        worst("fairness-utilisation", virtual, Outcome::utilisation, LEAST_UTILISATION),
        worst("fairness-rate-over-5s", virtual, FairnessGoals::accuracy, LEAST_ACCURACY),
        worst("fairness-2-windows-to-settling", virtual, FairnessGoals::promptness, 1),
        worst("fairness-sockets-jain", sockets, Outcome::jain, LEAST_JAIN_ON_SOCKETS),
        worst(
            "fairness-sockets-rate-over-5s",
            sockets,
            FairnessGoals::accuracy,
            LEAST_ACCURACY_ON_SOCKETS));
  }

  private static double accuracy(Outcome outcome) {
    return 1 - outcome.rateError();
  }

  /** Whoever settles within one window is well within two. */
  private static double promptness(Outcome outcome) {
    return MOST_WINDOWS / Math.max(1, outcome.settlingWindows());
  }

  private static List<Outcome> where(Predicate<Outcome> which, List<Outcome> outcomes) {
    return outcomes.stream().filter(which).toList();
  }

  private static Goal worst(
      String name, List<Outcome> outcomes, ToDoubleFunction<Outcome> figure, double limit) {
    return new Goal(name, outcomes.stream().mapToDouble(figure).min().orElse(Double.NaN), limit);
  }
}
