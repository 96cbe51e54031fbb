/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.time.Duration;

/**
 * How long and how large the greylist is.
 *
 * @param addressTime how long an address, or an IPv6 /64, pays for an offence; zero for not at all
 * @param peerTime how long a peer id does; zero for not at all
 * @param maxAddresses entries about addresses; when there is one more, the one that would have
 *     expired first is let go
 * @param maxPeers the same for entries about ids, which so cannot push out addresses
 */
public record GreylistConfig(
    Duration addressTime, Duration peerTime, int maxAddresses, int maxPeers) {

  /** The longest that anybody may be greylisted; whoever wants more bans. */
  public static final Duration LONGEST = Duration.ofDays(365);

  /**
   * Ten minutes for an address, which may be innocent, where the original takes up to 22.5 hours; a
   * day for an id. Some 20,000 entries of about 200 bytes where the original has a filter of 4 MiB.
   */
  public static final GreylistConfig DEFAULT =
      new GreylistConfig(Duration.ofMinutes(10), Duration.ofDays(1), 16_384, 4_096);

  /** Refuses what is negative, endless or empty. */
  public GreylistConfig {
    requireTime(addressTime);
    requireTime(peerTime);
    if (maxAddresses < 1 || maxPeers < 1) {
      throw new IllegalArgumentException(
          "a greylist has room for at least one entry, not " + Math.min(maxAddresses, maxPeers));
    }
  }

  /** The same with other times. */
  public GreylistConfig withTimes(Duration address, Duration peer) {
    return new GreylistConfig(address, peer, maxAddresses, maxPeers);
  }

  /** The same with other sizes. */
  public GreylistConfig withSizes(int addresses, int peers) {
    return new GreylistConfig(addressTime, peerTime, addresses, peers);
  }

  static void requireTime(Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a time on the greylist is between none and 365 days, not " + time);
    }
  }
}
