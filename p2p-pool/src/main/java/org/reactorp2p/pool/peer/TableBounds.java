/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

/**
 * How large a table may grow.
 *
 * @param limit entries at most; those that are trusted or in use may come on top
 * @param target how many are left when the original's way of making room has cleared it
 */
public record TableBounds(int limit, int target) {

  /** As the original. */
  public static final TableBounds DEFAULT = new TableBounds(400, 300);

  /** The most that is allowed: beyond, the file and the search for room become a burden. */
  public static final int GREATEST = 100_000;

  /** Refuses bounds that contradict each other. */
  public TableBounds {
    if (target < 0 || target > limit || limit > GREATEST) {
      throw new IllegalArgumentException(
          "need 0 <= target <= limit <= %d, got %d and %d".formatted(GREATEST, target, limit));
    }
  }
}
