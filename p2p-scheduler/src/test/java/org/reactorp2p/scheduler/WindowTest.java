/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final int ITEM = 64 << 10;

  @Test
  void a_window_is_two_items_where_the_rate_allows() {
    assertThat(Window.SHORT.bytes(ByteRate.ofMebibytes(2), ITEM)).isEqualTo(2 * ITEM);
    assertThat(Window.SHORT.bytes(ByteRate.UNLIMITED, ITEM)).isEqualTo(2 * ITEM);
  }

  @Test
  void a_fast_rate_has_time_for_a_timer() {
    assertThat(Window.SHORT.bytes(ByteRate.of(1_000_000_000), ITEM)).isEqualTo(20_000_000);
    assertThat(Window.SHORT.bytes(ByteRate.of(1_000_000), 0)).isEqualTo(20_000);
  }

  @Test
  void a_slow_rate_stays_even() {
    assertThat(Window.SHORT.bytes(ByteRate.of(1_000), ITEM)).isEqualTo(250);
  }

  @Test
  void a_window_that_is_none_is_refused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new Window(0, second, second)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> new Window(1, Duration.ZERO, second)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> new Window(1, second.negated(), second)).hasMessageContaining("PT-1S");
    assertThatThrownBy(() -> new Window(1, second, second.dividedBy(2)))
        .hasMessageContaining("PT0.5S");
    assertThatThrownBy(() -> new Window(1, second, Duration.ofDays(1)))
        .hasMessageContaining("PT24H");
  }
}
