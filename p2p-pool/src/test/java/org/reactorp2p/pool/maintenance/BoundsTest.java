/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundsTest {

  @Test
  void thresholds_and_targets_follow_the_originals_formula() {
    assertThat(derived(Bounds.DEFAULT)).containsExactly(23, 36, 68, 84);
    assertThat(derived(Bounds.around(10))).containsExactly(6, 7, 13, 14);
    assertThat(derived(Bounds.around(50))).containsExactly(33, 41, 59, 67);
    assertThat(derived(Bounds.around(2))).containsExactly(1, 1, 3, 3);
    assertThat(derived(new Bounds(1, 1, 100))).containsExactly(1, 1, 34, 67);
  }

  @Test
  void bounds_can_be_made_from_one_number() {
    assertThat(Bounds.upTo(100)).isEqualTo(Bounds.DEFAULT);
    assertThat(Bounds.upTo(1)).isEqualTo(new Bounds(1, 1, 1));
    assertThat(Bounds.around(1)).isEqualTo(new Bounds(1, 1, 1));
    assertThat(Bounds.around(6)).isEqualTo(new Bounds(3, 6, 9));
  }

  @Test
  void whatever_the_three_numbers_all_others_lie_between_them_in_order() {
    for (int min = 0; min <= 12; min++) {
      for (int expected = min; expected <= 12; expected++) {
        for (int max = Math.max(1, expected); max <= 12; max++) {
          var bounds = new Bounds(min, expected, max);
          assertThat(
                  IntStream.concat(
                          IntStream.of(min),
                          IntStream.concat(
                              derived(bounds).stream().mapToInt(i -> i), IntStream.of(max)))
                      .boxed()
                      .toList())
              .as("%s", bounds)
              .isSorted();
        }
      }
    }
  }

  @Test
  void contradictory_bounds_are_refused_with_a_sentence() {
    String sentence = "need 0 <= min <= expected <= max connections, and at least one, got ";
    assertThatThrownBy(() -> new Bounds(5, 4, 10)).hasMessage(sentence + "5, 4 and 10");
    assertThatThrownBy(() -> new Bounds(1, 11, 10)).hasMessage(sentence + "1, 11 and 10");
    assertThatThrownBy(() -> new Bounds(-1, 1, 10)).hasMessage(sentence + "-1, 1 and 10");
    assertThatThrownBy(() -> new Bounds(0, 0, 0)).hasMessage(sentence + "0, 0 and 0");
    assertThatThrownBy(() -> Bounds.upTo(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_level_is_where_a_number_lies() {
    assertThat(IntStream.of(0, 22, 23, 35, 36, 68, 69, 84, 85).mapToObj(Bounds.DEFAULT::level))
        .containsExactly(
            Level.SHORT,
            Level.SHORT,
            Level.LOW,
            Level.LOW,
            Level.RIGHT,
            Level.RIGHT,
            Level.HIGH,
            Level.HIGH,
            Level.CROWDED);
  }

  @Test
  void settings_out_of_range_are_refused() {
    MaintenanceConfig usual = MaintenanceConfig.DEFAULT;
    assertThatThrownBy(() -> usual.withInterval(Duration.ZERO)).hasMessageContaining("interval");
    assertThatThrownBy(() -> usual.withInterval(Duration.ofDays(366)))
        .hasMessageContaining("interval");
    assertThatThrownBy(() -> usual.withOwnPercent(101)).hasMessageContaining("101");
    assertThatThrownBy(() -> new DialPace(0, 1)).hasMessageContaining("0");
    assertThatThrownBy(() -> new DialPace(1, 1001)).hasMessageContaining("1001");
    assertThatThrownBy(() -> new Impatience(-1, Duration.ZERO)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Impatience(1, Duration.ofHours(2))).hasMessageContaining("PT2H");
  }

  private static List<Integer> derived(Bounds bounds) {
    return List.of(
        bounds.minThreshold(), bounds.minTarget(), bounds.maxTarget(), bounds.maxThreshold());
  }
}
