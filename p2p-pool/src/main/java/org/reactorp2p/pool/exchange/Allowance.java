/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param burst as many at once, after a time of rest; at least 1
 * @param interval after each, so long for one more; at least a millisecond
 * @param patience how long one that comes too soon may be made to wait; what would have to wait
 *     longer is dropped, so that no more wait than fit in
 */
public record Allowance(int burst, Duration interval, Duration patience) {

  private static final Duration LONGEST = Duration.ofDays(1);

  /** Refuses what would never, or always, allow anything. */
  public Allowance {
    if (burst < 1 || burst > 1_000_000) {
      throw new IllegalArgumentException("a burst is within 1 to 1000000, not " + burst);
    }
    if (interval.toMillis() < 1 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("an interval is within 1 ms to a day, not " + interval);
    }
    if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a patience is within none to a day, not " + patience);
    }
  }

  /** So many at once and one more after each interval; what comes too soon is dropped. */
  public static Allowance of(int burst, Duration interval) {
    return new Allowance(burst, interval, Duration.ZERO);
  }

  /** The same, making what comes too soon wait for so long at most. */
  public Allowance withPatience(Duration other) {
    return new Allowance(burst, interval, other);
  }
}
