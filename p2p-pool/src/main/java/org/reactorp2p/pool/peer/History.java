/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The last lines, the oldest first. Confined to the decisions' thread. */
final class History<W> {

  /** How many lines are kept of each point and each peer, as the original. */
  static final int CAPACITY = 100;

  // As small as what it holds: of most points there are few lines.
  private final Deque<HistoryEntry<W>> lines = new ArrayDeque<>(2);

  void add(HistoryEntry<W> line) {
    if (lines.size() == CAPACITY) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  void addAll(Collection<HistoryEntry<W>> more) {
    more.forEach(this::add);
  }

  List<HistoryEntry<W>> lines() {
    return List.copyOf(lines);
  }
}
