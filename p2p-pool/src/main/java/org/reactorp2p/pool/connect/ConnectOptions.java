/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How one attempt differs from what the network does by itself.
 *
 * @param timeout the time for everything: link, handshake and answer, more than none and at most an
 *     hour; empty for the network's own
 * @param teller the address of who told us that the peer is there, if that is all we know: then
 *     nothing is remembered of it but as that one's claim, and what the attempt itself shows
 * @param bond whether we trust it
 */
public record ConnectOptions(Optional<Duration> timeout, Optional<InetAddress> teller, Bond bond) {

  /** Whether we trust whom we dial. */
  public enum Bond {
    /** As before. */
    AS_IT_IS,
    /** From now on, as {@code AccessControl.trust} has it, even if the attempt fails. */
    TRUSTED
  }

  /** As the network does by itself. */
  public static final ConnectOptions DEFAULT =
      new ConnectOptions(Optional.empty(), Optional.empty(), Bond.AS_IT_IS);

  private static final Duration LONGEST = Duration.ofHours(1);

  /** Refuses a time that is none. */
  public ConnectOptions {
    timeout.ifPresent(ConnectOptions::require);
  }

  /** The same with its own patience. */
  public ConnectOptions withTimeout(Duration limit) {
    return new ConnectOptions(Optional.of(limit), teller, bond);
  }

  /** The same, trusting the point, with the peer that is expected there, from now on. */
  public ConnectOptions trusting() {
    return new ConnectOptions(timeout, teller, Bond.TRUSTED);
  }

  /** The same, on no more than the word of somebody at this address. */
  public ConnectOptions onTheWordOf(InetAddress who) {
    return new ConnectOptions(timeout, Optional.of(who), bond);
  }

  private static void require(Duration limit) {
    if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the time for an attempt is more than none and at most an hour, not " + limit);
    }
  }
}
