/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether and how peers are swapped.
 *
 * @param linger how long after a swap, or after one was agreed to, no proposal is heard; none if
 *     there are to be no swaps: then none is proposed, and none is answered
 * @param validity for how long an answer to our proposal counts, and for how long the same peer is
 *     not asked again: less than a minute and an Octez holds up all that we send
 * @param turnover how much of whom we are connected with others may change
 */
public record SwapConfig(Optional<Duration> linger, Duration validity, Turnover turnover) {

  private static final Duration LONGEST = Duration.ofDays(1);

  /** The original's 30 s; two minutes for an answer, within which an Octez may be sleeping. */
  public static final SwapConfig DEFAULT =
      new SwapConfig(Optional.of(Duration.ofSeconds(30)), Duration.ofMinutes(2), Turnover.DEFAULT);

  /** No swaps. */
  public static final SwapConfig NONE =
      new SwapConfig(Optional.empty(), DEFAULT.validity(), Turnover.DEFAULT);

  /** Refuses times out of range. */
  public SwapConfig {
    linger.ifPresent(time -> require("linger", time));
    require("validity", validity);
  }

  private static void require(String name, Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the %s of swaps is between none and a day, not %s".formatted(name, time));
    }
  }

  /** The same, swapping again so long after a swap. */
  public SwapConfig withLinger(Duration time) {
    return new SwapConfig(Optional.of(time), validity, turnover);
  }

  /** The same with other limits of what others may change. */
  public SwapConfig withTurnover(Turnover other) {
    return new SwapConfig(linger, validity, other);
  }
}
