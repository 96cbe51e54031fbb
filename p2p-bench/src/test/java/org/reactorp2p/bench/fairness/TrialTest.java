/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.bench.fairness.Crowd.Company;
import org.reactorp2p.bench.fairness.Crowd.Weights;
import org.reactorp2p.bench.report.Goal;

class TrialTest {

  @Test
  void ten_streams_meet_every_goal_whatever_their_weights_and_company() {
    List<Outcome> outcomes =
        Crowd.all().stream()
            .filter(crowd -> crowd.streams() == 10)
            .map(crowd -> new Trial(crowd, 1).play())
            .toList();

    assertThat(outcomes).hasSize(4);
    assertThat(FairnessGoals.of(outcomes)).hasSize(5).allMatch(Goal::met);
  }

  @Test
  void a_goal_is_as_good_as_its_worst_crowd() {
    Crowd crowd = new Crowd(2, Weights.EQUAL, Company.ALONE);
    Outcome good = new Outcome(crowd, 1, 1, 1, 0, 0);
    Outcome bad = new Outcome(crowd, 0.9, 0.9, 0.5, 0.1, 4);

    assertThat(FairnessGoals.of(List.of(good, bad))).noneMatch(Goal::met);
  }

  @Test
  void the_same_seed_plays_the_same() {
    Crowd crowd = new Crowd(3, Weights.ONE_TWO_FOUR, Company.ALONE);

    assertThat(new Trial(crowd, 7).play()).isEqualTo(new Trial(crowd, 7).play());
  }

  @Test
  void the_indices_know_fair_from_unfair() {
    assertThat(Outcome.jain(new double[] {2, 2, 2})).isCloseTo(1, within(1e-9));
    assertThat(Outcome.jain(new double[] {9, 0, 0})).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(Outcome.worst(new double[] {1, 3})).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void the_plot_has_a_bar_for_each_crowd() {
    Outcome outcome = new Outcome(new Crowd(10, Weights.EQUAL, Company.ALONE), 1, 1, 0.975, 0, 0);

    assertThat(Plot.of(List.of(outcome, outcome)))
        .startsWith("<svg")
        .contains("10-equal", "0.975", "width=\"390.0\"")
        .endsWith("</svg>\n");
  }
}
