/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a peer is dialled again: longer after each failure in a row, and never
 * quite the same, so that many who lost the same peer do not come back at the same moment.
 *
 * @param initial after the first failure
 * @param factor what each further failure multiplies it with, at least 1
 * @param cap the longest
 * @param jitter how far the delay may stray either way, as a part of itself: 0 to 1
 */
public record Backoff(Duration initial, double factor, Duration cap, double jitter) {

  /**
   * For peers that somebody named by hand: the original's first step, 1 s, and a steeper way to a
   * lower cap, 15 s, since these are the ones we want back, however long they were away.
   */
  public static final Backoff DEFAULT =
      new Backoff(Duration.ofSeconds(1), 1.5, Duration.ofSeconds(15), 0.25);

  /** Refuses what would not grow, or not wait. */
  public Backoff {
    if (initial.toMillis() < 1 || initial.compareTo(cap) > 0) {
      throw new IllegalArgumentException(
          "need 1 ms <= initial delay <= cap, got " + initial + " and " + cap);
    }
    if (cap.compareTo(Duration.ofDays(365)) > 0) {
      throw new IllegalArgumentException("a cap of more than a year is none, got " + cap);
    }
    if (!(factor >= 1 && factor <= 1000)) {
      throw new IllegalArgumentException("a factor is within 1 to 1000, got " + factor);
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("a jitter is within 0 to 1, got " + jitter);
    }
  }

  /** The delay after so many failures in a row, without its jitter; none or one are the same. */
  public Duration steady(int failures) {
    // Grows to infinity rather than overflowing, and infinity is above the cap.
    double millis = initial.toMillis() * Math.pow(factor, Math.max(0, failures - 1));
    return millis < cap.toMillis() ? Duration.ofMillis((long) millis) : cap;
  }

  /** The delay after so many failures in a row, at least one millisecond. */
  public Duration delay(int failures, RandomGenerator random) {
    double stray = 1 + jitter * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.max(1, Math.round(steady(failures).toMillis() * stray)));
  }
}
