/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A point pushes out none of which more is known than of itself: hearsay only hearsay, what a peer
 * announced of itself that and hearsay, what we are sure of anything. Below that, each teller has a
 * share, and takes room only from tellers that have more of it; beyond its share it may only
 * replace what failed of its own. So nobody can talk others out of our memory.
 *
 * @param share points of one teller and one kind
 */
record GuardedPointEviction(int share) implements Eviction<KnownPoint> {

  private static final Comparator<KnownPoint> LEAST_FIRST =
      Comparator.<KnownPoint, Source.Kind>comparing(point -> point.source().kind())
          .thenComparing(Comparator.comparingInt(KnownPoint::misses).reversed())
          .thenComparing(point -> point.contacts().lastSeen().orElse(Instant.MIN))
          .thenComparing(KnownPoint::firstSeen);

  @Override
  public Optional<List<KnownPoint>> makeRoom(Room<KnownPoint> room, KnownPoint newcomer) {
    if (room.kept().test(newcomer)) {
      long excess = Math.max(0, room.entries().size() - room.bounds().limit() + 1L);
      return Optional.of(room.removable(any -> true).sorted(LEAST_FIRST).limit(excess).toList());
    }
    if (newcomer.source().kind() == Source.Kind.SURE) {
      return room.isFull() ? least(room, any -> true) : Optional.of(List.of());
    }
    return amongTold(room, newcomer.source());
  }

  private Optional<List<KnownPoint>> amongTold(Room<KnownPoint> room, Source source) {
    long held = room.entries().stream().filter(point -> point.source().equals(source)).count();
    if (held >= share) {
      return least(room, point -> point.misses() > 0 && point.source().equals(source));
    }
    if (!room.isFull()) {
      return Optional.of(List.of());
    }
    return least(room, point -> source.isBetterThan(point.source()))
        .or(() -> least(room, point -> point.misses() > 0 && isLike(point, source)))
        .or(() -> ofLargestTeller(room, source, held));
  }

  private static Optional<List<KnownPoint>> ofLargestTeller(
      Room<KnownPoint> room, Source source, long held) {
    // In an order that is the same in every process, for who is asked first among equals.
    Map<Source, Integer> tellers = new LinkedHashMap<>();
    room.entries().stream()
        .filter(point -> isLike(point, source))
        .forEach(point -> tellers.merge(point.source(), 1, Integer::sum));
    return tellers.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(largest -> largest.getValue() > held + 1)
        .flatMap(largest -> least(room, point -> point.source().equals(largest.getKey())));
  }

  private static boolean isLike(KnownPoint point, Source source) {
    return point.source().kind() == source.kind();
  }

  private static Optional<List<KnownPoint>> least(
      Room<KnownPoint> room, Predicate<KnownPoint> which) {
    return room.least(which, LEAST_FIRST).map(List::of);
  }
}
