/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.function.LongConsumer;

/** Plays something with many seeds: 20, or as many as {@code -Dp2p.seeds=N} says. */
final class Seeds {

  private static final long COUNT = Long.getLong("p2p.seeds", 20);

  private Seeds() {}

  /** Plays it with each; a failure says which seed brought it about. */
  static void each(LongConsumer play) {
    for (long seed = 1; seed <= COUNT; seed++) {
      try {
        play.accept(seed);
      } catch (Throwable failure) {
        throw new AssertionError("with seed " + seed, failure);
      }
    }
  }
}
