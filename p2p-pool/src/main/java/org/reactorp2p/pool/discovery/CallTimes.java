/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import java.time.Duration;

/**
 * How long to wait between calls, as the original: a tenth of a second, twice as long after each
 * call, at last 51.2 s. Confined to the decisions' thread.
 */
final class CallTimes {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LAST = Duration.ofMillis(51_200);

  private Duration next = FIRST;

  /** How long to wait for the next call. */
  Duration next() {
    Duration wait = next;
    Duration longer = wait.multipliedBy(2);
    next = longer.compareTo(LAST) > 0 ? LAST : longer;
    return wait;
  }

  /** As from the beginning, the first call being just made. */
  void restart() {
    next = FIRST.multipliedBy(2);
  }
}
