/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reactorp2p.core.model.NumericAddress;

/**
 * How many of some addresses lie in one household, site or neighbourhood, however many there are in
 * all: counted when they come and go, and not when somebody asks. One thread at a time.
 */
public final class BlockCounts {

  /** One address, and its neighbourhood. */
  private static final List<Integer> IPV4_SIZES = List.of(32, 24);

  /** One address, its household, and its site. */
  private static final List<Integer> IPV6_SIZES = List.of(128, 64, 48);

  private final Map<AddressBlock, Integer> counts = new HashMap<>();

  /** The counts of these. */
  public static BlockCounts of(Collection<InetAddress> addresses) {
    var counts = new BlockCounts();
    addresses.forEach(counts::add);
    return counts;
  }

  /** One more from there. */
  public void add(InetAddress address) {
    blocksOf(address).forEach(block -> counts.merge(block, 1, Integer::sum));
  }

  /** One less from there, of those that were added. */
  public void remove(InetAddress address) {
    blocksOf(address)
        .forEach(
            block -> counts.computeIfPresent(block, (same, held) -> held == 1 ? null : held - 1));
  }

  /**
   * How many share as many first bits with this address.
   *
   * @param prefix 24 or 32 for IPv4; 48, 64 or 128 for IPv6
   */
  public int around(InetAddress address, int prefix) {
    if (!sizesOf(NumericAddress.bare(address)).contains(prefix)) {
      throw new IllegalArgumentException("blocks of " + prefix + " bits are not counted");
    }
    return counts.getOrDefault(AddressBlock.around(address, prefix), 0);
  }

  private static List<AddressBlock> blocksOf(InetAddress address) {
    return sizesOf(NumericAddress.bare(address)).stream()
        .map(size -> AddressBlock.around(address, size))
        .toList();
  }

  private static List<Integer> sizesOf(InetAddress bare) {
    return bare.getAddress().length == 4 ? IPV4_SIZES : IPV6_SIZES;
  }
}
