/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.score;

import java.util.ArrayList;
import java.util.List;

/**
 * What a peer is worth, and why: the product of its parts.
 *
 * @param parts in the order in which they are told
 */
public record Score(List<Part> parts) {

  /** Neither good nor bad. */
  public static final Score EVEN = new Score(List.of());

  /** No score counts as less. */
  public static final double LEAST = 1e-3;

  /** No score counts as more. */
  public static final double MOST = 1e3;

  /**
   * One reason.
   *
   * @param what was looked at, such as {@code useful-bytes}
   * @param seen how much of it there was
   * @param factor what that makes of the score: above 1 for the better, below for the worse
   */
  public record Part(String what, double seen, double factor) {}

  public Score {
    parts = List.copyOf(parts);
  }

  /** For one reason only. */
  public static Score of(String what, double seen, double factor) {
    return new Score(List.of(new Part(what, seen, factor)));
  }

  /** For one more reason. */
  public Score and(String what, double seen, double factor) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(what, seen, factor));
    return new Score(more);
  }

  /** The number, {@link #LEAST} to {@link #MOST}; 1 if it is none. */
  public double value() {
    return isNone() ? 1 : Math.min(MOST, Math.max(LEAST, product()));
  }

  /** Whether the product is negative, infinite or not a number. */
  public boolean isNone() {
    double product = product();
    return !(product >= 0 && product < Double.POSITIVE_INFINITY);
  }

  private double product() {
    double product = 1;
    for (Part part : parts) {
      product *= part.factor();
    }
    return product;
  }
}
