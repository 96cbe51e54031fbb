/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import java.net.InetAddress;
import java.util.Optional;
import org.reactorp2p.pool.acl.Reputation;
import org.reactorp2p.pool.event.Refusal;

/**
 * How many may be connected, and how many of each kind.
 *
 * @param limit of all, those we trust included; at least 1
 * @param keptForTrusted so many places at most are kept for trusted points and peers that hold
 *     none, though never all of them; 0 or more
 * @param perAddress how many from neighbouring addresses
 */
public record Places(int limit, int keptForTrusted, AddressLimits perAddress) {

  /** Refuses a limit that lets nobody in. */
  public Places {
    if (limit < 1) {
      throw new IllegalArgumentException("at least one connection must be allowed, not " + limit);
    }
    if (keptForTrusted < 0) {
      throw new IllegalArgumentException(
          "the places kept for those we trust are 0 or more, not " + keptForTrusted);
    }
  }

  /**
   * Why there is none, if so.
   *
   * @param from where it would come from
   * @param reputation of who it is for
   */
  public Optional<Refusal> objection(InetAddress from, Reputation reputation, Occupancy occupancy) {
    if (occupancy.count() >= limit) {
      return Optional.of(Refusal.NO_PLACE);
    }
    if (reputation == Reputation.TRUSTED) {
      return Optional.empty();
    }
    int kept = Math.min(Math.min(keptForTrusted, occupancy.missing()), limit - 1);
    if (occupancy.count() + kept >= limit) {
      return Optional.of(Refusal.PLACES_KEPT);
    }
    return perAddress.objection(from, occupancy.from());
  }
}
