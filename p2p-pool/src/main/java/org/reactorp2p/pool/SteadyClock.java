/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/**
 * The time of day when the network was built, and from then on what the scheduler's own clock says
 * has passed. So a wall clock that is set forth or back while we run makes no delay shorter and no
 * ban longer. Whole milliseconds, since that is what files keep. Any thread.
 */
final class SteadyClock implements InstantSource {

  private final Scheduler scheduler;
  private final Instant origin;
  private final long originNanos;

  private SteadyClock(Scheduler scheduler) {
    this.scheduler = scheduler;
    this.origin = Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    this.originNanos = scheduler.now(TimeUnit.NANOSECONDS);
  }

  /** Begins now; the scheduler counts the milliseconds of the day, and nanoseconds of its own. */
  static SteadyClock on(Scheduler scheduler) {
    return new SteadyClock(scheduler);
  }

  @Override
  public Instant instant() {
    // A difference, which is right even when the counter itself runs over.
    long passed = scheduler.now(TimeUnit.NANOSECONDS) - originNanos;
    return origin.plusNanos(passed).truncatedTo(ChronoUnit.MILLIS);
  }
}
