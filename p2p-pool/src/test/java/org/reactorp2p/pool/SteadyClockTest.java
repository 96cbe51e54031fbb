/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

class SteadyClockTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final TwoHands hands = new TwoHands();

  @Test
  void C_01_a_wall_clock_that_jumps_is_not_followed() {
    InstantSource clock = SteadyClock.on(hands);
    hands.nanos += Duration.ofSeconds(1).toNanos();
    for (Duration jump : new Duration[] {Duration.ofHours(-2), Duration.ofDays(3650)}) {
      hands.wall = hands.wall.plus(jump);
      assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }
  }

  @Test
  void C_03_a_counter_that_runs_over_counts_on() {
    hands.nanos = Long.MAX_VALUE - 10;
    InstantSource clock = SteadyClock.on(hands);
    hands.nanos += Duration.ofSeconds(5).toNanos();
    assertThat(hands.nanos).isNegative();
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
  }

  /** A scheduler whose two clocks are moved by hand, and which does nothing else. */
  private static final class TwoHands implements Scheduler {

    private Instant wall = NOON;
    private long nanos;

    @Override
    public long now(TimeUnit unit) {
      return unit == TimeUnit.NANOSECONDS
          ? nanos
          : unit.convert(wall.toEpochMilli(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Worker createWorker() {
      throw new UnsupportedOperationException();
    }
  }
}
