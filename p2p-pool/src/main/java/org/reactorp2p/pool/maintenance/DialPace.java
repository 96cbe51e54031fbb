/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How fast the worker dials, so that many nodes that lost each other do not fall upon the few that
 * are left, and our own line is not flooded.
 *
 * @param parallel dials at once, 1 to 1,000
 * @param perSecond dials that begin in a second, about; 1 to 1,000
 */
public record DialPace(int parallel, int perSecond) {

  /** Sixteen at once, six a second. */
  public static final DialPace DEFAULT = new DialPace(16, 6);

  /** As the original, which has no limit: as fast as is allowed here. */
  public static final DialPace FASTEST = new DialPace(1_000, 1_000);

  private static final double JITTER = 0.25;

  /** Refuses a pace at which nobody is ever dialled. */
  public DialPace {
    if (parallel < 1 || parallel > 1_000 || perSecond < 1 || perSecond > 1_000) {
      throw new IllegalArgumentException(
          "dials at once and dials per second are within 1 to 1000, not %d and %d"
              .formatted(parallel, perSecond));
    }
  }

  /** How long to wait until the next dial may begin. */
  Duration gap(RandomGenerator random) {
    double stray = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofNanos((long) (1e9 / perSecond * stray));
  }
}
