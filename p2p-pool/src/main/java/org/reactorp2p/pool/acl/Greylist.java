/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Entries that expire on the dot, at most so many. When there is one more, the one that would have
 * expired first is let go. What has expired is gone at the next call.
 */
final class Greylist {

  private record Entry(Greylisting greylisting, long serial) {}

  private static final Comparator<Entry> FIRST_TO_EXPIRE =
      Comparator.comparing((Entry entry) -> entry.greylisting().until())
          .thenComparingLong(Entry::serial);

  private final int capacity;
  private final Map<Subject, Entry> bySubject = new HashMap<>();
  private final TreeSet<Entry> byEnd = new TreeSet<>(FIRST_TO_EXPIRE);
  private long serial;

  Greylist(int capacity) {
    this.capacity = capacity;
  }

  /** Adds it; one about the same subject that lasts longer stays as it is. */
  void add(Greylisting greylisting, Instant now) {
    expire(now);
    Entry before = bySubject.get(greylisting.subject());
    if (!greylisting.holdsAt(now) || before != null && outlasts(before, greylisting)) {
      return;
    }
    forget(greylisting.subject());
    if (bySubject.size() == capacity) {
      forget(byEnd.first().greylisting().subject());
    }
    var entry = new Entry(greylisting, serial++);
    bySubject.put(greylisting.subject(), entry);
    byEnd.add(entry);
  }

  private static boolean outlasts(Entry before, Greylisting greylisting) {
    return before.greylisting().until().isAfter(greylisting.until());
  }

  Optional<Greylisting> find(Subject subject, Instant now) {
    expire(now);
    return Optional.ofNullable(bySubject.get(subject)).map(Entry::greylisting);
  }

  /** Whether there was one that held. */
  boolean remove(Subject subject, Instant now) {
    expire(now);
    return forget(subject);
  }

  private boolean forget(Subject subject) {
    Entry gone = bySubject.remove(subject);
    return gone != null && byEnd.remove(gone);
  }

  /** Those that hold, the first to expire first. */
  List<Greylisting> all(Instant now) {
    expire(now);
    return byEnd.stream().map(Entry::greylisting).toList();
  }

  int size(Instant now) {
    expire(now);
    return bySubject.size();
  }

  void clear() {
    bySubject.clear();
    byEnd.clear();
  }

  private void expire(Instant now) {
    while (!byEnd.isEmpty() && !byEnd.first().greylisting().holdsAt(now)) {
      forget(byEnd.first().greylisting().subject());
    }
  }
}
