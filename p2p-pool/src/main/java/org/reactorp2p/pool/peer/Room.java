/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How full a table is, for whoever has to say who goes.
 *
 * @param entries all there are; a view, good until the table changes
 * @param kept those that stay whatever comes: trusted, or in use. A newcomer of which this is true
 *     comes in whatever stays
 */
record Room<V>(TableBounds bounds, Collection<V> entries, Predicate<V> kept) {

  boolean isFull() {
    return entries.size() >= bounds.limit();
  }

  /** Those of which this is true and that may have to go; asked in this order, the cheap first. */
  Stream<V> removable(Predicate<V> which) {
    return entries.stream().filter(which).filter(kept.negate());
  }

  /** The least of these, asking of as few as possible whether they are kept. */
  Optional<V> least(Predicate<V> which, Comparator<V> order) {
    @Nullable V least = null;
    for (V entry : entries) {
      boolean smaller = which.test(entry) && (least == null || order.compare(entry, least) < 0);
      if (smaller && !kept.test(entry)) {
        least = entry;
      }
    }
    return Optional.ofNullable(least);
  }
}
