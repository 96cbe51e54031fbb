/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(10), 0.5);

  @Test
  void it_grows_by_the_factor_up_to_the_cap_and_never_overflows() {
    assertThat(backoff.steady(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.steady(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.steady(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.steady(4)).isEqualTo(Duration.ofSeconds(8));
    assertThat(backoff.steady(5)).isEqualTo(Duration.ofSeconds(10));
    assertThat(backoff.steady(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void it_strays_within_its_jitter_and_is_the_same_for_the_same_seed() {
    for (long seed = 0; seed < 1000; seed++) {
      Duration delay = backoff.delay(3, new Random(seed));
      assertThat(delay)
          .as("seed %s", seed)
          .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6))
          .isEqualTo(backoff.delay(3, new Random(seed)));
    }
  }

  @Test
  void it_always_waits_a_little() {
    var hasty = new Backoff(Duration.ofMillis(1), 1, Duration.ofMillis(1), 1);
    for (long seed = 0; seed < 100; seed++) {
      assertThat(hasty.delay(1, new Random(seed))).isPositive();
    }
  }

  @Test
  void what_cannot_work_is_refused_with_the_value() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, 2, second, 0)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> new Backoff(second.multipliedBy(2), 2, second, 0))
        .hasMessageContaining("PT2S");
    assertThatThrownBy(() -> new Backoff(second, 0.9, second, 0)).hasMessageContaining("0.9");
    assertThatThrownBy(() -> new Backoff(second, Double.NaN, second, 0))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Backoff(second, 2, second, 1.1)).hasMessageContaining("1.1");
    assertThatThrownBy(() -> new Backoff(second, 2, Duration.ofDays(1000), 0))
        .hasMessageContaining("year");
  }
}
