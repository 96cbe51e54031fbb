/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.PeerAddress;

/** A peer that somebody offers, and where it is said to be: a claim. */
record Offer(Point point, PeerId peer) {

  /** To be dialled, and nobody else to be taken there. */
  PeerAddress address() {
    return new PeerAddress(point, Optional.of(peer));
  }
}
