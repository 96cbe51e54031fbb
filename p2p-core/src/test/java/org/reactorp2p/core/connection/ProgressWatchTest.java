/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

class ProgressWatchTest {

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final AtomicInteger stalls = new AtomicInteger();
  private Duration held = Duration.ZERO;
  private final ProgressWatch watch =
      new ProgressWatch(
          time,
          Schedulers.immediate(),
          Duration.ofSeconds(60),
          60_000,
          () -> held,
          stalls::incrementAndGet);

  @AfterEach
  void stop() {
    time.dispose();
  }

  @Test
  void what_does_not_move_is_a_stall_after_one_window_and_at_most_a_quarter_more() {
    watch.begin();
    time.advanceTimeBy(Duration.ofSeconds(60));
    assertThat(stalls).hasValue(0);
    time.advanceTimeBy(Duration.ofSeconds(15));
    assertThat(stalls).hasValue(1);
    time.advanceTimeBy(Duration.ofHours(1));
    assertThat(stalls).as("said once").hasValue(1);
  }

  @Test
  void enough_in_every_window_is_no_stall() {
    watch.begin();
    for (int minute = 0; minute < 100; minute++) {
      watch.gain(100_000);
      time.advanceTimeBy(Duration.ofSeconds(60));
    }
    assertThat(stalls).hasValue(0);
    time.advanceTimeBy(Duration.ofSeconds(150));
    assertThat(stalls).hasValue(1);
  }

  @Test
  void what_finishes_in_time_is_no_stall_and_the_timer_ends() {
    watch.begin();
    time.advanceTimeBy(Duration.ofSeconds(50));
    watch.finish();
    time.advanceTimeBy(Duration.ofSeconds(15));
    long scheduled = time.getScheduledTaskCount();
    time.advanceTimeBy(Duration.ofHours(1));
    assertThat(stalls).hasValue(0);
    assertThat(time.getScheduledTaskCount()).as("no timer runs on").isEqualTo(scheduled);
  }

  @Test
  void what_begins_anew_gets_a_window_of_its_own() {
    watch.begin();
    for (int i = 0; i < 100; i++) {
      time.advanceTimeBy(Duration.ofSeconds(50));
      watch.finish();
      watch.begin();
    }
    assertThat(stalls).hasValue(0);
  }

  @Test
  void time_for_which_we_hold_it_back_ourselves_does_not_count() {
    watch.begin();
    for (int i = 0; i < 1_000; i++) {
      held = held.plusSeconds(8);
      time.advanceTimeBy(Duration.ofSeconds(15));
    }
    assertThat(stalls).hasValue(0);
    time.advanceTimeBy(Duration.ofSeconds(75));
    assertThat(stalls).as("and then the other side has its window").hasValue(1);
  }

  @Test
  void who_gains_nothing_stalls_even_if_we_hold_it_back_for_a_little() {
    watch.begin();
    for (int i = 0; i < 5; i++) {
      held = held.plusSeconds(7);
      time.advanceTimeBy(Duration.ofSeconds(15));
    }
    assertThat(stalls).hasValue(1);
  }

  @Test
  void disposed_it_says_nothing() {
    watch.begin();
    watch.dispose();
    watch.begin();
    time.advanceTimeBy(Duration.ofHours(1));
    assertThat(stalls).hasValue(0);
  }
}
