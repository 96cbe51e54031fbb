/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.net.InetAddress;
import java.util.Optional;
import org.reactorp2p.pool.acl.AddressBlock;

/**
 * How we came to know a point, and so how much there is to it.
 *
 * @param teller the address of who told us, if that matters; of IPv6 the first address of its /64,
 *     since whoever has one has them all
 */
public record Source(Kind kind, Optional<InetAddress> teller) {

  /** From the least to the most there is to it. */
  public enum Kind {
    /** Somebody says that somebody is there, or it stood in a file from elsewhere: a claim. */
    HEARD,
    /** A peer that proved who it is said that it listens there itself. */
    ANNOUNCED,
    /** We were there, and somebody proved who they are; or somebody on our side named it. */
    SURE
  }

  private static final Source SURE = new Source(Kind.SURE, Optional.empty());
  private static final Source IMPORTED = new Source(Kind.HEARD, Optional.empty());

  /** Makes one teller of those who are one. */
  public Source {
    teller = teller.map(address -> AddressBlock.household(address).first());
  }

  /** Named by our side, or seen by ourselves. */
  public static Source sure() {
    return SURE;
  }

  /** Found in a file from elsewhere; all of these together are one teller. */
  public static Source imported() {
    return IMPORTED;
  }

  /** Said by the one that listens there, from this address. */
  public static Source announced(InetAddress from) {
    return new Source(Kind.ANNOUNCED, Optional.of(from));
  }

  /** Said by somebody at this address. */
  public static Source heard(InetAddress from) {
    return new Source(Kind.HEARD, Optional.of(from));
  }

  boolean isBetterThan(Source other) {
    return kind.compareTo(other.kind) > 0;
  }
}
