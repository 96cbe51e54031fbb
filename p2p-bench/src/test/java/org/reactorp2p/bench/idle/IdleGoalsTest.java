/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.bench.report.Goal;

class IdleGoalsTest {

  private static final Vitals BEFORE = new Vitals(10_000_000, 0, 100, 10, 0, 160);

  @Test
  void all_is_met_where_a_connection_is_small_and_nothing_is_left() {
    assertThat(IdleGoals.of(course(new Vitals(26_000_000, 0, 1100, 10, 3, 160), BEFORE)))
        .allMatch(Goal::met);
  }

  @Test
  void whatever_is_left_misses_its_goal() {
    Vitals with = new Vitals(27_000_000, 0, 1100, 12, 9, 170);
    assertThat(IdleGoals.of(course(with, new Vitals(11_000_000, 0, 101, 11, 1, 161))))
        .noneMatch(Goal::met);
  }

  @Test
  void vitals_survive_a_line() {
    assertThat(Vitals.ofLine(BEFORE.toLine())).isEqualTo(BEFORE);
  }

  private static Course course(Vitals with, Vitals after) {
    return new Course("listening", 1000, BEFORE, with, after, List.of());
  }
}
