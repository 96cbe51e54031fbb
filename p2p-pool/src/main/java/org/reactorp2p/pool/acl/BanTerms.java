/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why, by whom and for how long somebody is to be banned.
 *
 * @param reason for people, as in {@link Ban}
 * @param author who decided, as in {@link Ban}
 * @param time how long from now on; empty for ever
 */
public record BanTerms(String reason, String author, Optional<Duration> time) {

  /** The longest ban that ends by itself. */
  private static final Duration LONGEST = Duration.ofDays(36_525);

  /** Refuses a time that is none, or could as well be for ever. */
  public BanTerms {
    if (time.isPresent() && !isSensible(time.get())) {
      throw new IllegalArgumentException(
          "a ban lasts more than no time and at most a hundred years, not " + time.get());
    }
  }

  /** For ever, by the operator. */
  public static BanTerms forever(String reason) {
    return new BanTerms(reason, "operator", Optional.empty());
  }

  /** For that long, by the operator. */
  public static BanTerms lasting(Duration time, String reason) {
    return new BanTerms(reason, "operator", Optional.of(time));
  }

  /** The ban. */
  public Ban on(Subject subject, Instant now) {
    return new Ban(subject, reason, author, now, time.map(now::plus));
  }

  private static boolean isSensible(Duration time) {
    return !time.isNegative() && !time.isZero() && time.compareTo(LONGEST) <= 0;
  }
}
