/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NumericAddress;
import org.reactorp2p.pool.admission.AddressLimits.Loopback;

class ArrivalMeterTest {

  private static final InetAddress FLOOD = NumericAddress.parse("192.0.2.1");
  private static final InetAddress CANARY = NumericAddress.parse("192.0.2.2");

  private Instant now = Instant.EPOCH;
  private final ArrivalMeter meter = meter(ArrivalRate.DEFAULT, Loopback.EXEMPT);

  private ArrivalMeter meter(ArrivalRate rate, Loopback loopback) {
    return new ArrivalMeter(rate, loopback, () -> now);
  }

  private static InetAddress address(int number) {
    return NumericAddress.parse(
        "10.%d.%d.%d".formatted(number >> 16, number >> 8 & 0xff, number & 0xff));
  }

  @Test
  void twenty_in_a_row_and_then_one_a_second() {
    for (int i = 0; i < 20; i++) {
      assertThat(meter.admits(FLOOD)).isTrue();
    }
    for (int second = 0; second < 100; second++) {
      assertThat(meter.admits(FLOOD)).isFalse();
      assertThat(meter.admits(CANARY)).as("others are not kept waiting").isTrue();
      now = now.plusSeconds(1);
      assertThat(meter.admits(FLOOD)).isTrue();
    }
    now = now.plusSeconds(20);
    for (int i = 0; i < 20; i++) {
      assertThat(meter.admits(FLOOD)).as("whoever rests may come in a row again").isTrue();
    }
  }

  @Test
  void H_14_five_thousand_a_second_from_one_address_are_one_a_second() {
    int admitted = 0;
    for (int i = 0; i < 5_000 * 60; i++) {
      now = Instant.EPOCH.plusNanos(i * 200_000L);
      admitted += meter.admits(FLOOD) ? 1 : 0;
    }
    assertThat(admitted).isBetween(78, 80);
    assertThat(meter.admits(CANARY)).isTrue();
    assertThat(meter.remembered()).isEqualTo(2);
  }

  @Test
  void H_14_five_thousand_a_second_from_a_thousand_addresses_are_a_thousand_and_a_canary_gets_in() {
    int admitted = 0;
    for (int i = 0; i < 5_000 * 60; i++) {
      now = Instant.EPOCH.plusNanos(i * 200_000L);
      boolean in = meter.admits(address(i % 1_000));
      // When their bursts are used up, they are within their own rates.
      admitted += in && i >= 5_000 * 30 ? 1 : 0;
    }
    assertThat(admitted).isBetween(29_000, 30_000);
    now = now.plusSeconds(1);
    assertThat(meter.admits(CANARY)).isTrue();
  }

  @Test
  void H_14_everybody_together_is_kept_to_the_rate_and_little_is_remembered() {
    int admitted = 0;
    for (int i = 0; i < 1_000_000; i++) {
      now = Instant.EPOCH.plusMillis(i / 10);
      admitted += meter.admits(address(i)) ? 1 : 0;
    }
    assertThat(admitted).isEqualTo(100 * 1_000);
    assertThat(meter.remembered()).isLessThanOrEqualTo(2_000);
    now = now.plusSeconds(30);
    meter.admits(CANARY);
    assertThat(meter.remembered()).isOne();
  }

  @Test
  void an_IPv6_64_is_one_address_and_this_machine_is_exempt_if_it_is_said_so() {
    for (int i = 0; i < 20; i++) {
      assertThat(meter.admits(NumericAddress.parse("2001:db8::" + i))).isTrue();
    }
    assertThat(meter.admits(NumericAddress.parse("2001:db8::ffff"))).isFalse();
    InetAddress here = NumericAddress.parse("127.0.0.1");
    ArrivalMeter strict = meter(ArrivalRate.DEFAULT, Loopback.COUNTED);
    for (int i = 0; i < 20; i++) {
      assertThat(meter.admits(here)).isTrue();
      assertThat(strict.admits(here)).isTrue();
    }
    assertThat(meter.admits(here)).isTrue();
    assertThat(strict.admits(here)).isFalse();
  }

  @Test
  void no_limit_is_none_and_what_cannot_work_is_refused() {
    ArrivalMeter open = meter(ArrivalRate.UNLIMITED, Loopback.COUNTED);
    for (int i = 0; i < 100_000; i++) {
      assertThat(open.admits(FLOOD)).isTrue();
    }
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new ArrivalRate(0, second, 1)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new ArrivalRate(1, second, -1)).hasMessageContaining("not -1");
    for (Duration bad : new Duration[] {Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(1)}) {
      assertThatThrownBy(() -> new ArrivalRate(1, bad, 1)).hasMessageContaining("interval");
    }
  }
}
