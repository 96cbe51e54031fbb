/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
}
