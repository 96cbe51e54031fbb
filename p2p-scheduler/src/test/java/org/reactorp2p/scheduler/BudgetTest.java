/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final long SECOND = 1_000_000_000;

  /** One tenth of a second, whatever the items are. */
  private static final Window TENTH = new Window(1, Duration.ofMillis(100), Duration.ofMillis(100));

  private final Budget budget = new Budget(ByteRate.of(1_000), TENTH, 0);

  @Test
  void an_open_budget_lets_any_one_item_pass_and_carries_the_debt() {
    assertThat(budget.isOpen(0)).isTrue();
    budget.spend(500);

    assertThat(budget.isOpen(SECOND / 2 - 1)).isFalse();
    assertThat(budget.isOpen(SECOND / 2 + 1)).isTrue();
  }

  @Test
  void a_closed_budget_says_when_a_quarter_window_is_there() {
    budget.spend(500);

    assertThat(budget.nanosUntilWorthwhile(0)).isEqualTo(SECOND * 525 / 1_000);
    assertThat(budget.nanosUntilWorthwhile(SECOND)).isZero();
  }

  @Test
  void silence_is_worth_one_window_and_no_more() {
    assertThat(bytesAtOnce(budget, 1_000 * SECOND)).isEqualTo(101);
  }

  @Test
  void S_09_a_late_timer_is_worth_one_window_and_no_more() {
    budget.spend(1);

    assertThat(bytesAtOnce(budget, 10 * SECOND)).isEqualTo(101);
    assertThat(bytesAtOnce(budget, 10 * SECOND)).isZero();
  }

  @Test
  void S_09_a_clock_that_jumps_back_buys_nothing_and_stops_nothing() {
    budget.spend(1);

    assertThat(budget.isOpen(-3_600 * SECOND)).isFalse();
    assertThat(budget.isOpen(-3_600 * SECOND + SECOND / 1_000)).isTrue();
  }

  @Test
  void a_clock_may_pass_the_end_of_its_range() {
    Budget late = new Budget(ByteRate.of(1_000), TENTH, Long.MAX_VALUE);
    late.spend(2);

    assertThat(late.isOpen(Long.MAX_VALUE + SECOND / 1_000)).isFalse();
    assertThat(late.isOpen(Long.MAX_VALUE + SECOND / 500)).isTrue();
  }

  @Test
  void a_refund_is_worth_one_window_at_most() {
    budget.isOpen(SECOND);
    budget.refund(1_000_000);

    assertThat(bytesAtOnce(budget, SECOND)).isEqualTo(101);
  }

  @Test
  void S_05_another_rate_counts_at_once_and_a_debt_stays() {
    budget.spend(1_000);
    budget.rate(ByteRate.of(1_000_000), 0);

    assertThat(budget.isOpen(SECOND / 1_000 - 1)).isFalse();
    assertThat(budget.isOpen(SECOND / 1_000 + 1)).isTrue();
  }

  @Test
  void S_05_what_was_saved_shrinks_with_the_window() {
    budget.isOpen(SECOND);
    budget.rate(ByteRate.of(10), SECOND);

    assertThat(bytesAtOnce(budget, SECOND)).isEqualTo(2);
  }

  @Test
  void S_05_no_limit_is_always_open_and_forgives() {
    budget.spend(1_000);
    budget.rate(ByteRate.UNLIMITED, 0);
    budget.spend(Integer.MAX_VALUE);

    assertThat(budget.isOpen(0)).isTrue();
    assertThat(budget.nanosUntilWorthwhile(0)).isZero();
    budget.rate(ByteRate.of(1), 0);
    assertThat(budget.isOpen(0)).isTrue();
  }

  @Test
  void whoever_asks_when_gets_the_same_rate() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    long now = 0;
    long bytes = 0;
    while (now < 1_000 * SECOND) {
      now += random.nextLong(SECOND / 10);
      while (budget.isOpen(now)) {
        int item = random.nextInt(1, 200);
        budget.spend(item);
        bytes += item;
      }
    }
    assertThat((double) bytes / now * SECOND).isCloseTo(1_000, within(1.0));
  }

  @Test
  void S_07_a_large_item_at_a_slow_rate_is_paid_for_to_the_byte() {
    Budget slow = new Budget(ByteRate.ofKibibytes(1), Window.SHORT, 0);
    long now = 0;
    for (int i = 0; i < 100; i++) {
      assertThat(slow.isOpen(now)).isTrue();
      slow.spend(64 << 10);
      now += slow.nanosUntilWorthwhile(now);
    }
    assertThat((double) now / SECOND).isCloseTo(6_400, within(0.1));
  }

  private static int bytesAtOnce(Budget budget, long now) {
    int bytes = 0;
    while (budget.isOpen(now)) {
      budget.spend(1);
      bytes++;
    }
    return bytes;
  }
}
