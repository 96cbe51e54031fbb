/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.ArrayList;
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

  /** One of them, and what happened. */
  private static final class Entry<V, W> {
    private V known;
    private final History<W> history = new History<>();

    Entry(V known) {
      this.known = known;
    }
  }

  private final Function<V, K> key;
  private final TableBounds bounds;
  private final Eviction<V> eviction;
  private final Predicate<V> kept;
  private final Map<K, Entry<V, W>> entries = new LinkedHashMap<>();

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
    if (entries.containsKey(key.apply(newcomer))) {
      return Optional.empty();
    }
    Optional<List<V>> victims = eviction.makeRoom(new Room<>(bounds, all(), kept), newcomer);
    victims.ifPresent(
        gone -> {
          gone.forEach(victim -> entries.remove(key.apply(victim)));
          entries.put(key.apply(newcomer), new Entry<>(newcomer));
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
    Entry<V, W> entry = entries.get(which);
    if (entry != null) {
      entry.known = change.apply(entry.known);
    }
  }

  /** Writes a line into its history, if it is known. */
  void note(K which, HistoryEntry<W> line) {
    Entry<V, W> entry = entries.get(which);
    if (entry != null) {
      entry.history.add(line);
    }
  }

  void forget(K which) {
    entries.remove(which);
  }

  Optional<V> find(K which) {
    return Optional.ofNullable(entries.get(which)).map(entry -> entry.known);
  }

  /** What happened, the oldest first. */
  List<HistoryEntry<W>> history(K which) {
    Entry<V, W> entry = entries.get(which);
    return entry == null ? List.of() : entry.history.lines();
  }

  /** All, those known longest first; a copy. */
  List<V> all() {
    List<V> all = new ArrayList<>(entries.size());
    entries.values().forEach(entry -> all.add(entry.known));
    return all;
  }

  /** All with what happened. */
  List<Remembered<V, W>> remembered() {
    return entries.values().stream()
        .map(entry -> new Remembered<>(entry.known, entry.history.lines()))
        .toList();
  }

  int size() {
    return entries.size();
  }
}
