/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

/**
 * Who is greylisted for an {@link Offence}. An address pays for minutes only, because whoever sits
 * on the way to it or shares it can make it look guilty; an id pays for long, because only who owns
 * its key can.
 */
public enum Penalty {
  /** Nobody. */
  NONE,
  /** The address, or the IPv6 /64 it lies in. */
  ADDRESS,
  /** The peer id. */
  PEER,
  /** Both. */
  ADDRESS_AND_PEER;

  boolean meetsAddress() {
    return this == ADDRESS || this == ADDRESS_AND_PEER;
  }

  boolean meetsPeer() {
    return this == PEER || this == ADDRESS_AND_PEER;
  }
}
