/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

/**
 * How many connections are wanted. Between the thresholds nothing is urgent; who is below the lower
 * one dials until it has reached the lower target, and who is above the upper one closes down to
 * the upper target. All four lie between the three numbers, by the original's formula.
 *
 * <pre>
 *   min ── minThreshold ── minTarget ── expected ── maxTarget ── maxThreshold ── max
 *       a               a                                      b              b
 *   a = (expected - min) / 3, b = (max - expected) / 3, both rounded down
 * </pre>
 *
 * @param min fewer are an emergency
 * @param expected the middle of what is right
 * @param max never more
 */
public record Bounds(int min, int expected, int max) {

  private static final int MOST_EASE = 3;

  /** As the original. */
  public static final Bounds DEFAULT = new Bounds(10, 50, 100);

  /** Refuses bounds that contradict each other. */
  public Bounds {
    if (min < 0 || min > expected || expected > max || max < 1) {
      throw new IllegalArgumentException(
          "need 0 <= min <= expected <= max connections, and at least one, got %d, %d and %d"
              .formatted(min, expected, max));
    }
  }

  /** In the proportions of {@link #DEFAULT}, for so many at most. */
  public static Bounds upTo(int max) {
    return new Bounds(Math.max(1, max / 10), Math.max(1, max / 2), max);
  }

  /** Around so many, as the original's {@code --connections}: half as many to half as many more. */
  public static Bounds around(int expected) {
    return new Bounds(Math.max(1, expected / 2), expected, (int) (expected * 3L / 2));
  }

  /** Fewer are too few. */
  public int minThreshold() {
    return min + (expected - min) / 3;
  }

  /** Where dialling may stop. */
  public int minTarget() {
    return min + 2 * ((expected - min) / 3);
  }

  /** Where closing stops, and what dialling never exceeds. */
  public int maxTarget() {
    return max - 2 * ((max - expected) / 3);
  }

  /** More are too many. */
  public int maxThreshold() {
    return max - (max - expected) / 3;
  }

  /**
   * How far from the lower target is comfortable: swaps and others' choices take a few at a time.
   */
  int lowerEase() {
    return Math.min(MOST_EASE, (expected - minTarget()) / MOST_EASE);
  }

  /** The same below the upper target. */
  int upperEase() {
    return Math.min(MOST_EASE, (maxTarget() - expected) / MOST_EASE);
  }

  /** How so many connections stand to the bounds. */
  public Level level(int connections) {
    if (connections < minThreshold()) {
      return Level.SHORT;
    }
    if (connections > maxThreshold()) {
      return Level.CROWDED;
    }
    if (connections < minTarget()) {
      return Level.LOW;
    }
    return connections > maxTarget() ? Level.HIGH : Level.RIGHT;
  }
}
