/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.List;

/**
 * A point or a peer with all that is kept of it.
 *
 * @param history the oldest first
 */
public record Remembered<V, W>(V known, List<HistoryEntry<W>> history) {

  /** Keeps the last lines only, as many as there is room for. */
  public Remembered {
    int surplus = Math.max(0, history.size() - History.CAPACITY);
    history = List.copyOf(history.subList(surplus, history.size()));
  }
}
