/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.OptionalDouble;
import org.reactorp2p.scheduler.ByteRate;

/**
 * What flowed through one node in one direction, against its limit.
 *
 * @param limit of the node
 * @param bytes all that flowed, handshakes included
 * @param nanos for how long it was watched
 * @param busyBytes what flowed while more was wanted
 * @param busyNanos for how long it was
 * @param excess the most that flowed in any time beyond what the limit allows for that time
 * @param fairness Jain's index among the peers that competed, if any did
 */
record FlowResult(
    ByteRate limit,
    long bytes,
    long nanos,
    long busyBytes,
    long busyNanos,
    long excess,
    OptionalDouble fairness) {

  private static final int LARGEST_ITEM = 64 << 10;
  private static final double SHORTEST_WINDOW = 0.02;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * What a limit may be exceeded by for a moment: a window of the scheduler (two arrays, or 20 ms
   * of the rate), the array that makes the debt, and one that was let through and not counted yet.
   */
  static long burst(ByteRate limit) {
    long window = Math.max(2 * LARGEST_ITEM, (long) (limit.bytesPerSecond() * SHORTEST_WINDOW));
    return window + 2 * LARGEST_ITEM;
  }

  /** Whether the limit was never exceeded by more than that. */
  boolean isHeld() {
    return limit.isUnlimited() || excess <= burst(limit);
  }

  /** Bytes per second, all the time. */
  double rate() {
    return bytes * NANOS_PER_SECOND / Math.max(1, nanos);
  }

  /** For how long more was wanted than had flowed, in seconds. */
  double busySeconds() {
    return busyNanos / NANOS_PER_SECOND;
  }

  /**
   * The part of the limit that flowed while more was wanted, 1 at best; nothing if that was for
   * less than a second, in which single arrays would count too much.
   */
  OptionalDouble utilisation() {
    return busyNanos < NANOS_PER_SECOND
        ? OptionalDouble.empty()
        : OptionalDouble.of(busyBytes / busySeconds() / limit.bytesPerSecond());
  }
}
