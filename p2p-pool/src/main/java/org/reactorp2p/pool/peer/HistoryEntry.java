/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the history of a point or a peer.
 *
 * @param with for a point the peer that was there, if it proved who it is; for a peer where it was
 */
public record HistoryEntry<W>(ContactKind kind, Instant at, Optional<W> with) {

  /** The same, no later than this. */
  HistoryEntry<W> asOf(Instant now) {
    return at.isAfter(now) ? new HistoryEntry<>(kind, now, with) : this;
  }
}
