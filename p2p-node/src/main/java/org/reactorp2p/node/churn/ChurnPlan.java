/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.churn;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.reactorp2p.pool.maintenance.Bounds;

/**
 * What is to happen.
 *
 * @param nodes how many, at least 10
 * @param length for how long
 */
public record ChurnPlan(int nodes, Duration length) {

  /** Fewer cannot be in a band and have somebody leave. */
  public static final int FEWEST = 10;

  /** Who has just come, or has just lost somebody, may be out of the band for so long. */
  static final Duration GRACE = Duration.ofSeconds(10);

  /** On average one leaves or comes in this time. */
  private static final Duration PACE = Duration.ofMillis(1500);

  /** At least so many of a hundred stay. */
  private static final int STAYING = 70;

  /** How many connections each node wants: about a third of all, and never more than half. */
  Bounds bounds() {
    int expected = Math.max(4, nodes / 3);
    return new Bounds(Math.max(2, expected / 2), expected, Math.min(nodes - 2, expected * 3 / 2));
  }

  /** At least so many run at any time. */
  int least() {
    return nodes * STAYING / 100;
  }

  /** How long until somebody leaves or comes. */
  Duration pause(RandomGenerator random) {
    return Duration.ofMillis((long) (PACE.toMillis() * (0.5 + random.nextDouble())));
  }
}
