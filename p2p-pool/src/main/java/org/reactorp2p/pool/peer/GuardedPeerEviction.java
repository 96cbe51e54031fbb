/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Those go first with whom there never was a connection, and among equals those created last. Who
 * was connected goes only for one that is about to be.
 */
record GuardedPeerEviction() implements Eviction<KnownPeer> {

  private static final Comparator<KnownPeer> LEAST_FIRST =
      Comparator.comparing(KnownPeer::wasConnected)
          .thenComparing(Comparator.comparing(KnownPeer::created).reversed());

  @Override
  public Optional<List<KnownPeer>> makeRoom(Room<KnownPeer> room, KnownPeer newcomer) {
    if (!room.isFull()) {
      return Optional.of(List.of());
    }
    if (room.kept().test(newcomer)) {
      long excess = room.entries().size() - room.bounds().limit() + 1L;
      return Optional.of(room.removable(any -> true).sorted(LEAST_FIRST).limit(excess).toList());
    }
    return room.removable(peer -> !peer.wasConnected() || newcomer.wasConnected())
        .min(LEAST_FIRST)
        .map(List::of);
  }
}
