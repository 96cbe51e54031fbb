/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The sizes of a stream's items: from 1 byte to just below a largest one, as many between 1 and 2
 * bytes as between half the largest and the largest. The same for the same seed, whoever asks.
 */
public final class Sizes {
  private final RandomGenerator random;
  private final double doublings;

  /**
   * @param largest at least 1, at most {@link Arena#LARGEST}
   */
  public Sizes(long seed, int largest) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.doublings = Math.log(largest) / Math.log(2);
  }

  int next() {
    return (int) Math.pow(2, doublings * random.nextDouble());
  }
}
