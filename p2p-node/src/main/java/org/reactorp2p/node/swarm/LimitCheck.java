/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import org.reactorp2p.scheduler.ByteRate;

/**
 * Whether a flow keeps to its limit: between any two looks, however near or far from each other, no
 * more may have passed than the limit allows for that time, and one burst. Pure.
 */
final class LimitCheck {

  private static final double NANOS_PER_SECOND = 1e9;

  private final ByteRate limit;
  private double lowest = Double.POSITIVE_INFINITY;
  private double excess;

  LimitCheck(ByteRate limit) {
    this.limit = limit;
  }

  /**
   * A look.
   *
   * @param bytes all that has passed so far
   * @param before the time when the look began, in nanoseconds
   * @param after the time when it had ended
   */
  void look(long bytes, long before, long after) {
    lowest = Math.min(lowest, bytes - allowedBy(before));
    excess = Math.max(excess, bytes - allowedBy(after) - lowest);
  }

  /** The most that ever passed between two looks beyond what the limit allows for the time. */
  long excess() {
    return (long) excess;
  }

  private double allowedBy(long nanos) {
    return limit.bytesPerSecond() * (nanos / NANOS_PER_SECOND);
  }
}
