/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Shares that want nothing: what they cost others, and what they have when they come back. */
class SilenceTest {

  private static final ByteRate RATE = ByteRate.ofMebibytes(1);
  private static final int ITEM = 1_024;

  @Test
  void S_06_ten_thousand_idle_shares_change_nothing_for_the_one_that_is_busy() {
    Trace alone = Trace.of(0);
    Trace amongIdle = Trace.of(10_000);

    assertThat(alone.passedAt).hasSizeGreaterThan(1_000);
    assertThat(amongIdle.passedAt).isEqualTo(alone.passedAt);
    assertThat(amongIdle.looksAtTheClock).isEqualTo(alone.looksAtTheClock);
  }

  @Test
  void who_slept_for_a_minute_among_others_catches_up_by_its_due_of_one_window() {
    VirtualTimeScheduler time = VirtualTimeScheduler.create();
    BandwidthScheduler scheduler = scheduler(time, () -> time.now(TimeUnit.NANOSECONDS));
    Receiver busy = Receiver.greedy(scheduler.open(1), ITEM);
    Share sleeper = scheduler.open(1);
    time.advanceTimeBy(Duration.ofMinutes(1));
    busy.take();
    Receiver awake = Receiver.greedy(sleeper, ITEM);
    time.advanceTimeBy(Duration.ofSeconds(10));

    double due = Window.SHORT.bytes(RATE, ITEM) / 2;
    assertThat((double) awake.bytes() - busy.bytes()).isBetween(due - 3 * ITEM, due + ITEM);
  }

  private static BandwidthScheduler scheduler(VirtualTimeScheduler time, LongSupplier clock) {
    return BandwidthScheduler.create(RATE, time, clock);
  }

  /** When the items of one greedy stream passed, and how often anybody looked at the clock. */
  private record Trace(List<Long> passedAt, int looksAtTheClock) {

    static Trace of(int idle) {
      VirtualTimeScheduler time = VirtualTimeScheduler.create();
      AtomicInteger looks = new AtomicInteger();
      LongSupplier clock =
          () -> {
            looks.incrementAndGet();
            return time.now(TimeUnit.NANOSECONDS);
          };
      BandwidthScheduler scheduler = scheduler(time, clock);
      Share busy = scheduler.open(1);
      for (int i = 0; i < idle; i++) {
        Flux.never().transform(scheduler.open(1).limiting(item -> ITEM)).subscribe();
      }
      looks.set(0);
      List<Long> passedAt = new ArrayList<>();
      Flux.<Integer>generate(sink -> sink.next(ITEM))
          .transform(busy.limiting(size -> size))
          .subscribe(size -> passedAt.add(time.now(TimeUnit.NANOSECONDS)));
      time.advanceTimeBy(Duration.ofSeconds(2));
      return new Trace(passedAt, looks.get());
    }
  }
}
