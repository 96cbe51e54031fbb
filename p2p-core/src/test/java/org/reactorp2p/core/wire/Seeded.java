/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a property for many seeds; a failure names the seed that brings it back. */
final class Seeded {

  private static final long FIRST = Long.getLong("p2p.seed", 20_261_122L);

  private Seeded() {}

  static void times(int runs, Consumer<SplittableRandom> property) {
    for (long seed = FIRST; seed < FIRST + runs; seed++) {
      try {
        property.accept(new SplittableRandom(seed));
      } catch (Throwable e) {
        throw new AssertionError("failed with -Dp2p.seed=" + seed, e);
      }
    }
  }

  static byte[] bytes(SplittableRandom random, int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Lengths of every order of magnitude are equally likely. */
  static int logUniform(SplittableRandom random, int max) {
    return (int) Math.min(max, Math.exp(random.nextDouble() * Math.log(max + 1.0)));
  }
}
