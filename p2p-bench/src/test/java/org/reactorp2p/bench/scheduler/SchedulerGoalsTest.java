/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactorp2p.bench.report.Goal;

class SchedulerGoalsTest {

  private final Map<Cell, Double> nanos =
      Map.of(
          new Cell(Act.BARE, Cell.LARGE, 1), 1_940.0,
          new Cell(Act.UNLIMITED, Cell.LARGE, 1), 2_000.0,
          new Cell(Act.BARE, Cell.SMALL, 1), 5.0,
          new Cell(Act.UNLIMITED, Cell.SMALL, 1), 45.0,
          new Cell(Act.CONTENDED, Cell.SMALL, 100), 200.0,
          new Cell(Act.CONTENDED, Cell.SMALL, 10_000), 250.0);

  @Test
  void every_goal_is_what_is_allowed_to_what_was_measured() {
    List<Goal> goals = SchedulerGoals.of(nanos);

    assertThat(goals).extracting(Goal::measured).containsExactly(0.97, 0.5, 4.0, 1.6);
    assertThat(goals).extracting(Goal::met).containsExactly(true, false, true, true);
  }

  @Test
  void what_was_not_measured_is_missed() {
    assertThat(SchedulerGoals.of(Map.of())).noneMatch(Goal::met);
  }

  @Test
  void the_clock_moves_by_hand_alone() {
    HandTimer timer = new HandTimer();
    long before = timer.now();
    timer.pass(1_000);

    assertThat(timer.now() - before).isEqualTo(1_000);
  }
}
