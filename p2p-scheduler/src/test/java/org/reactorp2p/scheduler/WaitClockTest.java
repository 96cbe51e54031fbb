/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitClockTest {

  private final WaitClock clock = new WaitClock();

  @Test
  void those_that_still_wait_are_counted_too() {
    clock.begin(1_000_000);
    clock.begin(3_000_000);

    assertThat(clock.waiting()).isEqualTo(2);
    assertThat(clock.waited(5_000_000)).isEqualTo(Duration.ofMillis(6));
    clock.end(5_000_000);
    assertThat(clock.waited(7_000_000)).isEqualTo(Duration.ofMillis(8));
    clock.end(7_000_000);
    assertThat(clock.waited(99_000_000)).isEqualTo(Duration.ofMillis(8));
    assertThat(clock.waiting()).isZero();
  }

  @Test
  void ten_thousand_may_wait_for_years() {
    long year = Duration.ofDays(365).toNanos();
    for (int i = 0; i < 10_000; i++) {
      clock.begin(0);
    }
    assertThat(clock.waited(year)).isEqualTo(Duration.ofDays(365).multipliedBy(10_000));
  }
}
