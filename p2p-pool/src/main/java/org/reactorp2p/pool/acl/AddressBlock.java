/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.reactorp2p.core.model.NumericAddress;

/**
 * All addresses that share their first bits, as in {@code 192.0.2.0/24} or {@code 2001:db8::/48}. A
 * block of IPv6 never holds an IPv4 address; an IPv4-mapped one is a block of IPv4.
 *
 * @param first the lowest address; the bits beyond the prefix are 0
 * @param prefix how many bits are shared: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record AddressBlock(InetAddress first, int prefix) {

  /** How an IPv4 address stands in an IPv6 text: behind 96 bits. */
  private static final int MAPPED = 96;

  /** Refuses a prefix that is too long, and bits beyond it. */
  public AddressBlock {
    first = NumericAddress.bare(first);
    int bits = bits(first);
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(
          "a prefix of " + NumericAddress.text(first) + " is 0 to " + bits + ", not " + prefix);
    }
    InetAddress lowest = masked(first, prefix);
    if (!lowest.equals(first)) {
      throw new IllegalArgumentException(
          "%s/%d has bits beyond its prefix: the block is %s/%d"
              .formatted(NumericAddress.text(first), prefix, NumericAddress.text(lowest), prefix));
    }
  }

  /** One address alone. */
  public static AddressBlock of(InetAddress address) {
    InetAddress bare = NumericAddress.bare(address);
    return new AddressBlock(bare, bits(bare));
  }

  /** The block of that size in which the address lies. */
  public static AddressBlock around(InetAddress address, int prefix) {
    InetAddress bare = NumericAddress.bare(address);
    return new AddressBlock(masked(bare, prefix), prefix);
  }

  /**
   * What one household has: an IPv4 address, or the 2^64 addresses of an IPv6 /64, which cost no
   * more than one.
   */
  public static AddressBlock household(InetAddress address) {
    InetAddress bare = NumericAddress.bare(address);
    return around(bare, Math.min(bits(bare), 64));
  }

  /**
   * Reads {@code address} or {@code address/prefix}.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return of(NumericAddress.parse(text));
    }
    String address = text.substring(0, slash);
    InetAddress first = NumericAddress.parse(address);
    int prefix = parsePrefix(text.substring(slash + 1));
    boolean mapped = bits(first) == 32 && address.indexOf(':') >= 0;
    if (mapped && prefix < MAPPED) {
      throw new IllegalArgumentException(
          "a block around " + address + " with less than 96 bits mixes IPv4 and IPv6");
    }
    return new AddressBlock(first, mapped ? prefix - MAPPED : prefix);
  }

  private static int parsePrefix(String digits) {
    boolean number = digits.matches("[0-9]{1,3}") && !digits.matches("0[0-9]+");
    if (!number) {
      throw new IllegalArgumentException(
          "a prefix is a number of bits, such as the 24 of 192.0.2.0/24");
    }
    return Integer.parseInt(digits);
  }

  /** Whether the address lies in it. */
  public boolean contains(InetAddress address) {
    InetAddress bare = NumericAddress.bare(address);
    return bits(bare) == bits(first) && masked(bare, prefix).equals(first);
  }

  /** Whether it is one address of IPv4 or IPv6, and no more. */
  public boolean isSingle() {
    return prefix == bits(first);
  }

  private static int bits(InetAddress address) {
    return 8 * address.getAddress().length;
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    byte[] octets = address.getAddress();
    for (int i = 0; i < octets.length; i++) {
      int kept = Math.max(0, Math.min(8, prefix - 8 * i));
      octets[i] &= (byte) (0xff << (8 - kept));
    }
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As {@link #parse} reads it; a single address without its prefix. */
  @Override
  public String toString() {
    String text = NumericAddress.text(first);
    return isSingle() ? text : text + "/" + prefix;
  }
}
