/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Duration;

/**
 * Whom a node that has too few connections dials although they should be left alone: some of those
 * with whom it had connections before. The delays between dials of one point grow for as long as
 * nobody answers, and so does the time that a network which comes back would have to wait for us;
 * with this it does not.
 *
 * @param probes how many in one round, those missed longest ago; 0 for none
 * @param after how long ago the last miss must be, at most an hour
 */
public record Impatience(int probes, Duration after) {

  /** Sixteen in each round, each no sooner than five seconds after it was missed. */
  public static final Impatience DEFAULT = new Impatience(16, Duration.ofSeconds(5));

  /** As the original: every delay is kept to, whatever happens. */
  public static final Impatience NONE = new Impatience(0, Duration.ZERO);

  /** Refuses what would dial without a pause. */
  public Impatience {
    if (probes < 0 || probes > 1_000) {
      throw new IllegalArgumentException("the probes of a round are 0 to 1000, not " + probes);
    }
    if (after.isNegative() || after.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "a point is probed again after none to an hour, not " + after);
    }
  }
}
