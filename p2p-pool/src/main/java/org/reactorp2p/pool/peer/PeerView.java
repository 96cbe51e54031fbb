/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.List;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * A peer as it was at the moment of asking. Immutable.
 *
 * @param history the last 100 things that happened with it, the oldest first
 */
public record PeerView(
    KnownPeer known, ContactState state, boolean trusted, List<HistoryEntry<IdPoint>> history) {

  public PeerView {
    history = List.copyOf(history);
  }

  /** Which one. */
  public PeerId id() {
    return known.id();
  }
}
