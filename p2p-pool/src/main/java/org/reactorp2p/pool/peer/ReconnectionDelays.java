/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long a point is left alone after something went wrong there.
 *
 * @param afterFailure longer after each failure in a row
 * @param afterDisconnection after a connection ended; the failures before it are forgotten
 */
public record ReconnectionDelays(Backoff afterFailure, Duration afterDisconnection) {

  private static final Duration LONGEST = Duration.ofDays(365); // the constants below need it

  /** The original's: 1 s, times 1.2 after each further failure, up to two days; 60 s. */
  public static final ReconnectionDelays ORIGINAL =
      new ReconnectionDelays(
          new Backoff(Duration.ofSeconds(1), 1.2, Duration.ofDays(2), 0), Duration.ofMinutes(1));

  /**
   * Grows like the original's, strays a little so that many do not come back at once, and ends at
   * ten minutes: after a day without a network, nobody should be waited for another five hours.
   */
  public static final ReconnectionDelays DEFAULT =
      new ReconnectionDelays(
          new Backoff(Duration.ofSeconds(1), 1.2, Duration.ofMinutes(10), 0.25),
          Duration.ofMinutes(1));

  /** Refuses what is no delay. */
  public ReconnectionDelays {
    if (afterDisconnection.isNegative() || afterDisconnection.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the delay after a disconnection is between none and a year, not " + afterDisconnection);
    }
  }

  /** No pause lasts longer. */
  Duration longest() {
    Duration cap = afterFailure.cap().multipliedBy(2); // with the greatest jitter
    return cap.compareTo(afterDisconnection) > 0 ? cap : afterDisconnection;
  }

  Pause afterMiss(int missesBefore, Instant now, RandomGenerator random) {
    int misses = missesBefore == Integer.MAX_VALUE ? missesBefore : missesBefore + 1;
    return new Pause(misses, now.plus(afterFailure.delay(misses, random)));
  }

  Pause afterConnection(Instant now) {
    return new Pause(0, now.plus(afterDisconnection));
  }
}
