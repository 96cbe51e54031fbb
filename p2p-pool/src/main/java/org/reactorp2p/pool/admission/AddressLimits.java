/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import java.net.InetAddress;
import java.util.Optional;
import org.reactorp2p.core.model.NumericAddress;
import org.reactorp2p.pool.acl.BlockCounts;
import org.reactorp2p.pool.event.Refusal;

/**
 * How many peers may be connected from neighbouring addresses, whoever dialled, so that one who has
 * many identities and few addresses cannot take all places. Those we trust are counted, and never
 * refused.
 *
 * @param perAddress from one address, IPv4 or IPv6
 * @param perIpv4Block from one IPv4 /24
 * @param perIpv6Home from one IPv6 /64, which is what one household gets
 * @param perIpv6Block from one IPv6 /48, which is what one site gets
 * @param loopback whether this machine itself is limited too
 */
public record AddressLimits(
    int perAddress, int perIpv4Block, int perIpv6Home, int perIpv6Block, Loopback loopback) {

  /** What holds for 127.0.0.0/8 and ::1. */
  public enum Loopback {
    /** Any number: several nodes on one machine, or a tunnel that ends here. */
    EXEMPT,
    /** As for every address. */
    COUNTED
  }

  /** Eight from one address or /64, sixteen from one /24 or /48; the original has no such limit. */
  public static final AddressLimits DEFAULT = new AddressLimits(8, 16, 8, 16, Loopback.EXEMPT);

  /** As the original: only the places are counted. */
  public static final AddressLimits NONE =
      new AddressLimits(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Loopback.EXEMPT);

  private static final int IPV4_BLOCK = 24;
  private static final int IPV6_HOME = 64;
  private static final int IPV6_BLOCK = 48;

  /** Refuses limits that let nobody in, or a block less than one address. */
  public AddressLimits {
    if (perAddress < 1 || perIpv6Home < 1) {
      throw new IllegalArgumentException(
          "at least one connection per address must be allowed, not "
              + Math.min(perAddress, perIpv6Home));
    }
    requireWider("IPv4 /24", perIpv4Block, perAddress);
    requireWider("IPv6 /48", perIpv6Block, perIpv6Home);
  }

  private static void requireWider(String block, int wide, int narrow) {
    if (wide < narrow) {
      throw new IllegalArgumentException(
          "%d connections per %s are less than the %d of a part of it"
              .formatted(wide, block, narrow));
    }
  }

  /** The same for this machine itself. */
  public AddressLimits withLoopback(Loopback other) {
    return new AddressLimits(perAddress, perIpv4Block, perIpv6Home, perIpv6Block, other);
  }

  /**
   * Why nobody more may come from there, if so.
   *
   * @param held where those come from that we hold
   */
  Optional<Refusal> objection(InetAddress from, BlockCounts held) {
    InetAddress bare = NumericAddress.bare(from);
    if (from.isLoopbackAddress() && loopback == Loopback.EXEMPT) {
      return Optional.empty();
    }
    return bare.getAddress().length == 4 ? ofIpv4(bare, held) : ofIpv6(bare, held);
  }

  private Optional<Refusal> ofIpv4(InetAddress from, BlockCounts held) {
    if (held.around(from, 32) >= perAddress) {
      return Optional.of(Refusal.ADDRESS_FULL);
    }
    return held.around(from, IPV4_BLOCK) >= perIpv4Block
        ? Optional.of(Refusal.NEIGHBOURHOOD_FULL)
        : Optional.empty();
  }

  private Optional<Refusal> ofIpv6(InetAddress from, BlockCounts held) {
    if (held.around(from, 128) >= perAddress || held.around(from, IPV6_HOME) >= perIpv6Home) {
      return Optional.of(Refusal.ADDRESS_FULL);
    }
    return held.around(from, IPV6_BLOCK) >= perIpv6Block
        ? Optional.of(Refusal.NEIGHBOURHOOD_FULL)
        : Optional.empty();
  }
}
