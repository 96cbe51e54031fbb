/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRateTest {

  @Test
  void a_rate_counts_bytes_and_binary_multiples() {
    assertThat(ByteRate.of(7).bytesPerSecond()).isEqualTo(7);
    assertThat(ByteRate.ofKibibytes(2).bytesPerSecond()).isEqualTo(2_048);
    assertThat(ByteRate.ofMebibytes(0.5).bytesPerSecond()).isEqualTo(524_288);
  }

  @Test
  void bytes_and_time_turn_into_each_other() {
    assertThat(ByteRate.of(1_000).bytesIn(2e9)).isEqualTo(2_000);
    assertThat(ByteRate.of(1_000).nanosFor(500)).isEqualTo(5e8);
  }

  @Test
  void only_the_unlimited_rate_is_unlimited() {
    assertThat(ByteRate.UNLIMITED.isUnlimited()).isTrue();
    assertThat(ByteRate.of(1L << 53).isUnlimited()).isFalse();
    assertThat(ByteRate.UNLIMITED).hasToString("unlimited");
    assertThat(ByteRate.of(9)).hasToString("9 B/s");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, (1L << 53) + 1, Long.MAX_VALUE - 1})
  void S_05_rates_that_are_none_are_refused_with_the_value(long rate) {
    assertThatThrownBy(() -> ByteRate.of(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + rate + " per second");
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        -2,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        1e-9
      })
  void S_05_multiples_that_are_no_rate_are_refused_with_the_value(double rate) {
    assertThatThrownBy(() -> ByteRate.ofMebibytes(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + rate + " MiB per second");
    assertThatThrownBy(() -> ByteRate.ofKibibytes(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + rate + " KiB per second");
  }
}
