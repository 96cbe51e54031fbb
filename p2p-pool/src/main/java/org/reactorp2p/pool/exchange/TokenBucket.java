/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps to an {@link Allowance}. A token comes back after each interval, up to the burst; whoever
 * takes one that is not there yet waits for it. Needs one number and no timer: the moment at which
 * all tokens will be back. Confined to one thread at a time.
 */
public final class TokenBucket {

  private final Allowance allowance;
  private Instant full = Instant.MIN;

  /** With all tokens there. */
  public TokenBucket(Allowance allowance) {
    this.allowance = allowance;
  }

  /**
   * Takes a token, maybe one that is to come.
   *
   * @return how long to wait for it, mostly not at all; nothing, and no token taken, if that is
   *     longer than the allowance's patience. Never shorter than what was left to wait for the
   *     token before, so that those who wait stay in order
   */
  public Optional<Duration> take(Instant now) {
    Duration wait = wait(now);
    if (wait.compareTo(allowance.patience()) > 0) {
      return Optional.empty();
    }
    full = later(full, now).plus(allowance.interval());
    return Optional.of(wait);
  }

  /** Whether a token can be taken without waiting. */
  public boolean hasOne(Instant now) {
    return wait(now).isZero();
  }

  /** Whether all tokens are there, as in a bucket that was just made. */
  public boolean isFull(Instant now) {
    return !full.isAfter(now);
  }

  private Duration wait(Instant now) {
    Duration missing = Duration.between(now, later(full, now));
    Duration spare = allowance.interval().multipliedBy(allowance.burst() - 1L);
    return missing.compareTo(spare) > 0 ? missing.minus(spare) : Duration.ZERO;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
