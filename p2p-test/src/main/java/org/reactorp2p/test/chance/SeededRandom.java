/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.chance;

import java.util.random.RandomGenerator;

/**
 * Chance that is the same on every JDK: SplitMix64, and everything drawn from it in a way of its
 * own, because the JDK's ways of drawing from a generator have changed between its versions. Never
 * for secrets that anybody relies on.
 */
public final class SeededRandom implements RandomGenerator {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private SeededRandom(long state) {
    this.state = state;
  }

  /** The chance of this seed; seeds that are alike give nothing that is alike. */
  public static SeededRandom of(long seed) {
    return new SeededRandom(mix(seed + GAMMA));
  }

  /** One that has nothing to do with the others of the seed, for whoever has this number. */
  public static SeededRandom of(long seed, long number) {
    return new SeededRandom(mix(mix(seed + GAMMA) ^ mix(number * GAMMA + 1)));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  @Override
  public int nextInt(int bound) {
    return (int) nextLong(bound);
  }

  @Override
  public int nextInt(int origin, int bound) {
    return (int) nextLong(origin, bound);
  }

  @Override
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("a bound is positive, not " + bound);
    }
    long mask = -1L >>> Long.numberOfLeadingZeros(bound - 1 | 1);
    long drawn = nextLong() & mask;
    while (drawn >= bound) {
      drawn = nextLong() & mask;
    }
    return drawn;
  }

  @Override
  public long nextLong(long origin, long bound) {
    return Math.addExact(origin, nextLong(Math.subtractExact(bound, origin)));
  }

  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  @Override
  public double nextDouble(double bound) {
    return nextDouble(0, bound);
  }

  @Override
  public double nextDouble(double origin, double bound) {
    if (!(origin < bound && bound - origin < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("nothing lies between " + origin + " and " + bound);
    }
    double drawn = origin + nextDouble() * (bound - origin);
    return drawn < bound ? drawn : Math.nextDown(bound);
  }

  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  @Override
  public double nextGaussian() {
    double radius = StrictMath.sqrt(2 * nextExponential());
    return radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }

  @Override
  public double nextExponential() {
    return -StrictMath.log(1 - nextDouble());
  }

  @Override
  public void nextBytes(byte[] bytes) {
    for (int i = 0; i < bytes.length; ) {
      long drawn = nextLong();
      for (int n = 0; n < Long.BYTES && i < bytes.length; n++, i++) {
        bytes[i] = (byte) drawn;
        drawn >>>= Byte.SIZE;
      }
    }
  }
}
