/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next proposal is heard: not while a swap goes on, and not too soon after one. One that
 * came to nothing counts for nothing. Confined to the decisions' thread.
 */
final class SwapClock {

  private final Duration linger;
  private Instant nextAt = Instant.MIN;
  private boolean underWay;

  SwapClock(Duration linger) {
    this.linger = linger;
  }

  boolean isUnderWay() {
    return underWay;
  }

  /** Whether it is too soon for another that somebody proposes. */
  boolean isTooSoon(Instant now) {
    return underWay || now.isBefore(nextAt);
  }

  void began() {
    underWay = true;
  }

  void succeeded(Instant now) {
    underWay = false;
    nextAt = now.plus(linger);
  }

  void failed() {
    underWay = false;
  }
}
