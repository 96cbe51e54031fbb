/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MovingAverageTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void the_last_second_counts_for_a_fifth() {
    MovingAverage average = new MovingAverage(0);

    assertThat(average.at(1_000, SECOND)).isCloseTo(200, within(1e-6));
    assertThat(average.at(1_000, 2 * SECOND)).isCloseTo(160, within(1e-6));
  }

  @Test
  void asked_often_or_once_an_even_flow_has_the_same_average() {
    MovingAverage often = new MovingAverage(7);
    MovingAverage once = new MovingAverage(7);
    for (int i = 1; i <= 500; i++) {
      often.at(i * 10L, 7 + i * SECOND / 100);
    }
    assertThat(once.at(5_000, 7 + 5 * SECOND))
        .isCloseTo(often.at(5_000, 7 + 5 * SECOND), within(1e-6));
  }

  @Test
  void S_09_ten_seconds_without_a_question_are_one_long_second() {
    MovingAverage average = new MovingAverage(0);
    average.at(0, SECOND);

    assertThat(average.at(10_000, 11 * SECOND)).isCloseTo(892.6, within(0.1));
  }

  @Test
  void a_clock_that_stands_or_jumps_back_changes_nothing() {
    MovingAverage average = new MovingAverage(0);
    double before = average.at(1_000, SECOND);

    assertThat(average.at(9_000, SECOND)).isEqualTo(before);
    assertThat(average.at(9_000, -SECOND)).isEqualTo(before);
  }
}
