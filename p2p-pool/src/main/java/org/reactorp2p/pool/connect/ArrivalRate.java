/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.Duration;

/**
 * How often others may begin a handshake with us: each costs curve arithmetic before anybody is
 * proven, and whoever hangs up in good time each time pays nothing for it.
 *
 * @param burst handshakes in a row from one address or IPv6 /64
 * @param interval after that, one in such a time
 * @param perSecond handshakes per second from everybody together
 */
public record ArrivalRate(int burst, Duration interval, int perSecond) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Twenty in a row and then one a second from one address; a thousand a second in all, which is
   * about a tenth of one core. The original has no such limit.
   */
  public static final ArrivalRate DEFAULT = new ArrivalRate(20, Duration.ofSeconds(1), 1_000);

  /** As the original: no limit. */
  public static final ArrivalRate UNLIMITED =
      new ArrivalRate(Integer.MAX_VALUE, Duration.ofMillis(1), Integer.MAX_VALUE);

  /** Refuses rates that let nobody in. */
  public ArrivalRate {
    if (burst < 1 || perSecond < 1) {
      throw new IllegalArgumentException(
          "at least one arrival must be allowed, not " + Math.min(burst, perSecond));
    }
    if (interval.compareTo(Duration.ofMillis(1)) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the interval between arrivals is within 1 ms and 1 h, not " + interval);
    }
  }
}
