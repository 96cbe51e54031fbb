/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void an_odd_number_has_a_middle_and_an_even_one_two() {
    assertThat(median(1, 100, 3).value()).isEqualTo(3);
    assertThat(median(1, 2, 4, 100).value()).isEqualTo(3);
    assertThat(median(7).value()).isEqualTo(7);
  }

  @Test
  void the_spread_is_half_the_distance_of_the_quarters_relative_to_the_median() {
    assertThat(median(10, 10, 10).spread()).isZero();
    assertThat(median(1, 2, 3, 4, 5).spread()).isEqualTo(1.0 / 3);
  }

  private static Median median(double... all) {
    List<Double> values = Arrays.stream(all).boxed().toList();
    return Median.of(values, Double::doubleValue);
  }
}
