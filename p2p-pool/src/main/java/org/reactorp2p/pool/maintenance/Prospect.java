/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Instant;
import java.util.Optional;
import org.reactorp2p.core.model.Point;

/**
 * A point that may be dialled: nobody forbids it, nothing goes on there, and it need not be left
 * alone.
 *
 * @param trusted whether we trust it
 * @param proven whether there ever was a connection
 * @param misses attempts in a row that came to nothing
 * @param lastMiss the last time that something was not as we wanted it; empty if it never was
 * @param score what whoever was there last is worth, more than none; 1 if nobody was there yet
 */
public record Prospect(
    Point point,
    boolean trusted,
    boolean proven,
    int misses,
    Optional<Instant> lastMiss,
    double score) {

  /** For sorting: one that was never missed comes before all others. */
  Instant missedAt() {
    return lastMiss.orElse(Instant.MIN);
  }

  /** Whole doublings of the score: what is about as good is as good, and the rest decides. */
  int grade() {
    return Math.getExponent(score);
  }

  /** The part of the address space in which it lies. */
  Region region() {
    return Region.of(point.address());
  }
}
