/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

/**
 * What {@code expect} measures a node's connections against.
 *
 * @param min fewer are too few
 * @param minTarget maintenance stops opening here
 * @param maxTarget maintenance stops closing here
 * @param max more must never be
 */
public record Band(int min, int minTarget, int maxTarget, int max) {

  /** Refuses numbers out of order. */
  public Band {
    if (min < 0 || minTarget < min || maxTarget < minTarget || max < maxTarget) {
      throw new IllegalArgumentException(
          "need 0 <= min <= minTarget <= maxTarget <= max, got %d, %d, %d and %d"
              .formatted(min, minTarget, maxTarget, max));
    }
  }
}
