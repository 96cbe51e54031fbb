/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.reactorp2p.core.model.NumericAddress;
import org.reactorp2p.pool.acl.AddressBlock;

/**
 * A part of the address space that is about as expensive to own a second time as the first: an IPv4
 * /16, or an IPv6 /32, of which providers get one at a time. Whoever wants all our connections has
 * to be in as many of them as honest peers are.
 */
record Region(AddressBlock block) {

  private static final int V4_PREFIX = 16;
  private static final int V6_PREFIX = 32;

  static Region of(InetAddress address) {
    InetAddress bare = NumericAddress.bare(address);
    int prefix = bare instanceof Inet4Address ? V4_PREFIX : V6_PREFIX;
    return new Region(AddressBlock.around(bare, prefix));
  }
}
