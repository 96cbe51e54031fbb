/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The oldest last miss first; a point that was never missed counts as missed now. */
record OriginalPointEviction() implements Eviction<KnownPoint> {

  @Override
  public Optional<List<KnownPoint>> makeRoom(Room<KnownPoint> room, KnownPoint newcomer) {
    if (!room.isFull()) {
      return Optional.of(List.of());
    }
    return Optional.of(
        room.removable(any -> true)
            .sorted(Comparator.comparing(point -> point.contacts().lastMiss().orElse(Instant.MAX)))
            .limit(room.entries().size() - room.bounds().target())
            .toList());
  }
}
