/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Those created last go first, so that a flood of new identities evicts itself. */
record OriginalPeerEviction() implements Eviction<KnownPeer> {

  @Override
  public Optional<List<KnownPeer>> makeRoom(Room<KnownPeer> room, KnownPeer newcomer) {
    if (!room.isFull()) {
      return Optional.of(List.of());
    }
    return Optional.of(
        room.removable(any -> true)
            .sorted(Comparator.comparing(KnownPeer::created).reversed())
            .limit(room.entries().size() - room.bounds().target())
            .toList());
  }
}
