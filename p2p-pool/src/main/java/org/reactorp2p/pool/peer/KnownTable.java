/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What we remember, of points or of peers, bounded. Makes room where there is none; what an event
 * means for an entry is somebody else's business. Confined to the decisions' thread.
 *
 * @param <K> a point or the id of a peer
 * @param <V> what is known of it
 * @param <W> with whom or where something happened
 */
final class KnownTable<K, V, W> {

  private final Function<V, K> key;
  private final TableBounds bounds;
  private final Eviction<V> eviction;
  private final Predicate<V> kept;
  private final Map<K, V> entries = new LinkedHashMap<>();
  private final Map<K, History<W>> histories = new HashMap<>(); // of entries, if there is any

  /**
   * @param kept those that stay whatever comes
   */
  KnownTable(Function<V, K> key, TableBounds bounds, Eviction<V> eviction, Predicate<V> kept) {
    this.key = key;
    this.bounds = bounds;
    this.eviction = eviction;
    this.kept = kept;
  }

  /**
   * Takes one that is not known yet, if there is room or room can be made.
   *
   * @return those who had to go for it; nothing if it was known before, or stays out
   */
  Optional<List<V>> add(V newcomer) {
    K which = key.apply(newcomer);
    if (entries.containsKey(which)) {
      return Optional.empty();
    }
    var room = new Room<>(bounds, Collections.unmodifiableCollection(entries.values()), kept);
    Optional<List<V>> victims = eviction.makeRoom(room, newcomer);
    victims.ifPresent(
        gone -> {
          gone.forEach(victim -> forget(key.apply(victim)));
          entries.put(which, newcomer);
        });
    return victims;
  }

  /** Puts one back with what happened, if it is not known and there is room. */
  void restore(V kept, List<HistoryEntry<W>> history) {
    if (add(kept).isPresent()) {
      history.forEach(line -> note(key.apply(kept), line));
    }
  }

  /** Changes what is known of it, if anything is. */
  void change(K which, UnaryOperator<V> change) {
    entries.computeIfPresent(which, (same, known) -> change.apply(known));
  }

  /** Writes a line into its history, if it is known. */
  void note(K which, HistoryEntry<W> line) {
    if (entries.containsKey(which)) {
      histories.computeIfAbsent(which, first -> new History<>()).add(line);
    }
  }

  void forget(K which) {
    entries.remove(which);
    histories.remove(which);
  }

  boolean knows(K which) {
    return entries.containsKey(which);
  }

  Optional<V> find(K which) {
    return Optional.ofNullable(entries.get(which));
  }

  /** What happened, the oldest first. */
  List<HistoryEntry<W>> history(K which) {
    History<W> history = histories.get(which);
    return history == null ? List.of() : history.lines();
  }

  /** All, those known longest first; a copy. */
  List<V> all() {
    return List.copyOf(entries.values());
  }

  /** All with what happened. */
  List<Remembered<V, W>> remembered() {
    return entries.entrySet().stream()
        .map(entry -> new Remembered<>(entry.getValue(), history(entry.getKey())))
        .toList();
  }
}
