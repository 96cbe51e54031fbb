/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.bench.fairness.Crowd.Company;
import org.reactorp2p.bench.fairness.Crowd.Weights;
import org.reactorp2p.bench.report.Goal;

class TrialTest {

  private static final Crowd TWO = new Crowd(2, Weights.EQUAL, Company.ALONE, 5);

  @Test
  void ten_streams_meet_every_goal_whatever_their_weights_and_company() {
    List<Outcome> outcomes =
        Crowd.virtual().stream()
            .filter(crowd -> crowd.streams() == 10)
            .map(crowd -> Trial.play(Contender.OURS, crowd, 1))
            .toList();

    assertThat(outcomes).hasSize(4);
    assertThat(FairnessGoals.of(outcomes))
        .filteredOn(goal -> !goal.name().contains("sockets"))
        .hasSize(5)
        .allMatch(Goal::met);
  }

  @Test
  void a_goal_is_as_good_as_its_worst_crowd_and_missed_if_nobody_played() {
    Outcome good = new Outcome(Contender.OURS, TWO, 1, 1, 1, 0, changes(1));
    Outcome bad = new Outcome(Contender.OURS, TWO, 0.9, 0.9, 0.5, 0.1, changes(4));

    assertThat(FairnessGoals.of(List.of(good, bad))).noneMatch(Goal::met);
    assertThat(FairnessGoals.of(List.of(good))).filteredOn(Goal::met).hasSize(4);
  }

  @Test
  void the_original_knows_no_weights_and_sends_once_a_second() {
    Crowd equal = new Crowd(10, Weights.EQUAL, Company.ALONE, 20);
    Crowd weighted = new Crowd(10, Weights.ONE_TWO_FOUR, Company.ALONE, 20);

    Outcome outcome = Trial.play(Contender.ORIGINAL, equal, 1);
    assertThat(outcome.jain()).isBetween(0.9, 0.99);
    assertThat(outcome.utilisation()).isCloseTo(1, within(0.01));
    assertThat(outcome.settlingSeconds()).isInfinite();
    assertThat(Trial.play(Contender.ORIGINAL, weighted, 1).jain()).isLessThan(0.85);
  }

  @Test
  void the_same_seed_plays_the_same() {
    Crowd crowd = new Crowd(3, Weights.ONE_TWO_FOUR, Company.ALONE, 5);

    assertThat(Trial.play(Contender.OURS, crowd, 7))
        .isEqualTo(Trial.play(Contender.OURS, crowd, 7));
  }

  @Test
  void the_indices_know_fair_from_unfair() {
    assertThat(Outcome.jain(new double[] {2, 2, 2})).isCloseTo(1, within(1e-9));
    assertThat(Outcome.jain(new double[] {9, 0, 0})).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(Outcome.worst(new double[] {1, 3})).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void settled_is_who_stays_with_the_line_it_ends_on() {
    assertThat(changes(0).get(0).seconds(10)).isZero();
    assertThat(changes(1).get(0).seconds(10)).isBetween(0.05, 0.1);
    assertThat(changes(1).get(0).seconds(1_000_000)).isZero();
  }

  @Test
  void the_plot_has_a_bar_for_each_crowd_a_legend_and_a_curve() {
    Outcome outcome = new Outcome(Contender.NETTY, TWO, 1, 1, 0.5, 0, changes(1));

    assertThat(Plot.of(List.of(outcome)))
        .startsWith("<svg")
        .contains(">2-equal<", ">netty<", "width=\"265.0\"", "seconds since", "stroke-dasharray")
        .endsWith("</svg>\n");
  }

  /** A limit of 1 MB/s, at which there is twice as much in the first so many tenths of a second. */
  private static List<Settling> changes(int tenths) {
    List<Settling.Moment> flowed = new ArrayList<>();
    for (int milli = 1; milli <= 1_000; milli++) {
      long extra = 1_000L * Math.min(milli, 100 * tenths);
      flowed.add(new Settling.Moment(milli * 1_000_000L, 1_000L * milli + extra));
    }
    return List.of(new Settling(1_000_000, flowed));
  }
}
