/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.List;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.crypto.identity.PeerId;

/** All that is remembered at one moment, those known longest first: to be kept and restored. */
public record MemorySnapshot(
    List<Remembered<KnownPoint, PeerId>> points, List<Remembered<KnownPeer, IdPoint>> peers) {

  /** Nothing. */
  public static final MemorySnapshot EMPTY = new MemorySnapshot(List.of(), List.of());

  public MemorySnapshot {
    points = List.copyOf(points);
    peers = List.copyOf(peers);
  }
}
