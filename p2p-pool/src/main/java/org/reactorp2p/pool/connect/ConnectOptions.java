/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.Duration;
import java.util.Optional;

/**
 * How one attempt differs from what the network does by itself.
 *
 * @param timeout the time for everything: link, handshake and answer, more than none and at most an
 *     hour; empty for the network's own
 */
public record ConnectOptions(Optional<Duration> timeout) {

  /** As the network does by itself. */
  public static final ConnectOptions DEFAULT = new ConnectOptions(Optional.empty());

  private static final Duration LONGEST = Duration.ofHours(1);

  /** Refuses a time that is none. */
  public ConnectOptions {
    timeout.ifPresent(ConnectOptions::require);
  }

  /** The same with its own patience. */
  public ConnectOptions withTimeout(Duration limit) {
    return new ConnectOptions(Optional.of(limit));
  }

  private static void require(Duration limit) {
    if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the time for an attempt is more than none and at most an hour, not " + limit);
    }
  }
}
