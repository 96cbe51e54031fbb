/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.time.Duration;
import java.util.Objects;

/**
 * How much of a rate may be saved up, and so how large a burst can be: a few items, but never less
 * than {@code least} of the rate, so that a timer has time to fire, and never more than {@code
 * most} of it, so that a slow rate stays even.
 *
 * <p>Windows are short on purpose. With a long one, the stream that comes back first takes the rest
 * of it.
 *
 * @param items how many of the largest items seen should fit
 * @param least the shortest window, positive
 * @param most the longest window, at least {@code least}, at most an hour
 */
public record Window(int items, Duration least, Duration most) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /** Two items, between 20 and 250 milliseconds. */
  public static final Window SHORT = new Window(2, Duration.ofMillis(20), Duration.ofMillis(250));

  /**
   * @throws IllegalArgumentException if a component is out of range
   */
  public Window {
    Objects.requireNonNull(least, "least");
    Objects.requireNonNull(most, "most");
    if (items < 1) {
      throw new IllegalArgumentException("a window holds at least 1 item, got " + items);
    }
    if (least.isZero()
        || least.isNegative()
        || least.compareTo(most) > 0
        || most.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "need 0 < least <= most <= " + LONGEST + ", got " + least + " and " + most);
    }
  }

  /** The window in bytes; without a limit of the rate only the items count. */
  double bytes(ByteRate rate, int largestItem) {
    double wanted = (double) items * largestItem;
    return rate.isUnlimited()
        ? wanted
        : Math.max(rate.bytesIn(least.toNanos()), Math.min(wanted, rate.bytesIn(most.toNanos())));
  }
}
