/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.net.InetAddress;
import org.reactorp2p.crypto.identity.PeerId;

/** Whom a ban or an entry of the greylist is about. */
public sealed interface Subject {

  /** Whoever comes from there, or is to be dialled there. */
  record Addresses(AddressBlock block) implements Subject {

    /** Whether these are more than one {@link AddressBlock#household}. */
    boolean isWide() {
      return block.prefix() < AddressBlock.household(block.first()).prefix();
    }

    @Override
    public String toString() {
      return block.toString();
    }
  }

  /** Whoever proves to be this peer, wherever it is. */
  record Peer(PeerId id) implements Subject {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** This address alone. */
  static Subject of(InetAddress address) {
    return new Addresses(AddressBlock.of(address));
  }

  /** This peer. */
  static Subject of(PeerId peer) {
    return new Peer(peer);
  }

  /**
   * Reads a peer id, an address, or a block of addresses such as {@code 192.0.2.0/24}.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  static Subject parse(String text) {
    return text.startsWith("id") ? of(PeerId.parse(text)) : new Addresses(AddressBlock.parse(text));
  }
}
