/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "250000, 250000",
    "17B, 17",
    "512KiB, 524288",
    "2MiB, 2097152",
    "0.5MiB/s, 524288",
    "1GiB, 1073741824",
    "1.5MB, 1500000",
    "64kB, 64000",
    "1GB/s, 1000000000",
    "0.0015kB, 2",
    "9007199254740992, 9007199254740992"
  })
  void a_rate_is_read_as_people_write_it(String text, long bytesPerSecond) {
    assertThat(ByteRate.parse(text)).isEqualTo(ByteRate.of(bytesPerSecond));
  }

  @Test
  void unlimited_is_read_as_it_is_shown() {
    assertThat(ByteRate.parse("unlimited")).isEqualTo(ByteRate.UNLIMITED);
    assertThat(ByteRate.parse(ByteRate.UNLIMITED.toString())).isEqualTo(ByteRate.UNLIMITED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "MiB",
        "2 MiB",
        "-1",
        "+1",
        "1e6",
        "0x10",
        "1,5MB",
        "1.MB",
        ".5MB",
        "2Mb",
        "2mib",
        "2KB",
        "2M",
        "2TiB",
        "NaN",
        "Infinity",
        "Unlimited",
        "2MiB/h",
        "12345678901234567",
        "1\n2"
      })
  void S_05_texts_that_are_no_rate_are_refused_with_examples(String text) {
    assertThatThrownBy(() -> ByteRate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text.replace('\n', '?') + "' is no rate")
        .hasMessageContaining("2MiB")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.4", "0MiB", "9007199254740993", "9999999999999999GiB"})
  void S_05_texts_that_are_a_rate_out_of_range_are_refused_with_the_range(String text) {
    assertThatThrownBy(() -> ByteRate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1 byte per second and at most 2^53");
  }

  @Test
  void a_refused_text_is_not_repeated_at_length() {
    assertThatThrownBy(() -> ByteRate.parse("x".repeat(1_000_000))).message().hasSizeLessThan(200);
  }
}
