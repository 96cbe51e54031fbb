/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.List;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * A point as it was at the moment of asking. Immutable.
 *
 * @param history the last 100 things that happened there, the oldest first
 */
public record PointView(
    KnownPoint known, ContactState state, boolean trusted, List<HistoryEntry<PeerId>> history) {

  public PointView {
    history = List.copyOf(history);
  }

  /** Which one. */
  public Point point() {
    return known.point();
  }
}
