/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * Arithmetic modulo 2^130 - 5 in many lanes: limb {@code k} of lane {@code i} lies at {@code k *
 * LANES + i}, 26 bits to a limb. Limbs 0 to 4 are the sums h, 5 to 9 the products d, 10 and 11 the
 * halves of a message block.
 *
 * <p>Written out for the same reason as {@link SalsaLanes}: with constant offsets, one store and at
 * most three products in a loop C2 vectorises it, and with more it does not.
 */
final class PolyLanes {
  /** Blocks side by side. */
  static final int LANES = 128;

  /** Where the message blocks lie. */
  static final int LOW = 10 * LANES;

  static final int HIGH = 11 * LANES;

  /** Longs that the lanes need. */
  static final int LENGTH = 12 * LANES;

  static final long MASK = (1L << 26) - 1;

  private PolyLanes() {}

  /** d = h * r in every lane; r has five limbs. */
  static void multiply(long[] x, long[] r) {
    long r0 = r[0];
    long r1 = r[1];
    long r2 = r[2];
    long r3 = r[3];
    long r4 = r[4];
    long s1 = 5 * r1;
    long s2 = 5 * r2;
    long s3 = 5 * r3;
    long s4 = 5 * r4;
    low0(x, r0, s4, s3);
    high0(x, s2, s1);
    low1(x, r1, r0, s4);
    high1(x, s3, s2);
    low2(x, r2, r1, r0);
    high2(x, s4, s3);
    low3(x, r3, r2, r1);
    high3(x, r0, s4);
    low4(x, r4, r3, r2);
    high4(x, r1, r0);
  }

  private static void low0(long[] x, long a, long b, long c) {
    for (int i = 0; i < LANES; i++) {
      x[5 * LANES + i] = x[i] * a + x[LANES + i] * b + x[2 * LANES + i] * c;
    }
  }

  private static void high0(long[] x, long d, long e) {
    for (int i = 0; i < LANES; i++) {
      x[5 * LANES + i] += x[3 * LANES + i] * d + x[4 * LANES + i] * e;
    }
  }

  private static void low1(long[] x, long a, long b, long c) {
    for (int i = 0; i < LANES; i++) {
      x[6 * LANES + i] = x[i] * a + x[LANES + i] * b + x[2 * LANES + i] * c;
    }
  }

  private static void high1(long[] x, long d, long e) {
    for (int i = 0; i < LANES; i++) {
      x[6 * LANES + i] += x[3 * LANES + i] * d + x[4 * LANES + i] * e;
    }
  }

  private static void low2(long[] x, long a, long b, long c) {
    for (int i = 0; i < LANES; i++) {
      x[7 * LANES + i] = x[i] * a + x[LANES + i] * b + x[2 * LANES + i] * c;
    }
  }

  private static void high2(long[] x, long d, long e) {
    for (int i = 0; i < LANES; i++) {
      x[7 * LANES + i] += x[3 * LANES + i] * d + x[4 * LANES + i] * e;
    }
  }

  private static void low3(long[] x, long a, long b, long c) {
    for (int i = 0; i < LANES; i++) {
      x[8 * LANES + i] = x[i] * a + x[LANES + i] * b + x[2 * LANES + i] * c;
    }
  }

  private static void high3(long[] x, long d, long e) {
    for (int i = 0; i < LANES; i++) {
      x[8 * LANES + i] += x[3 * LANES + i] * d + x[4 * LANES + i] * e;
    }
  }

  private static void low4(long[] x, long a, long b, long c) {
    for (int i = 0; i < LANES; i++) {
      x[9 * LANES + i] = x[i] * a + x[LANES + i] * b + x[2 * LANES + i] * c;
    }
  }

  private static void high4(long[] x, long d, long e) {
    for (int i = 0; i < LANES; i++) {
      x[9 * LANES + i] += x[3 * LANES + i] * d + x[4 * LANES + i] * e;
    }
  }

  /**
   * Brings the limbs of d back to size, adds the message blocks, and puts the result in h. A
   * product has up to 61 bits, so each limb hands on what is above 26 twice; the second time to h.
   */
  static void carryAndAdd(long[] x) {
    wrap(x);
    hand4(x);
    hand3(x);
    hand2(x);
    hand1(x);
    add1(x);
    add2(x);
    add3(x);
    add4(x);
    add0(x);
  }

  /** The new lowest limb goes to its place in h, because the old one is still needed. */
  private static void wrap(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[i] = (x[5 * LANES + i] & MASK) + (x[9 * LANES + i] >>> 26) * 5;
    }
  }

  private static void hand4(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[9 * LANES + i] = (x[9 * LANES + i] & MASK) + (x[8 * LANES + i] >>> 26);
    }
  }

  private static void hand3(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[8 * LANES + i] = (x[8 * LANES + i] & MASK) + (x[7 * LANES + i] >>> 26);
    }
  }

  private static void hand2(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[7 * LANES + i] = (x[7 * LANES + i] & MASK) + (x[6 * LANES + i] >>> 26);
    }
  }

  private static void hand1(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[6 * LANES + i] = (x[6 * LANES + i] & MASK) + (x[5 * LANES + i] >>> 26);
    }
  }

  private static void add1(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[LANES + i] = (x[6 * LANES + i] & MASK) + (x[i] >>> 26) + (x[10 * LANES + i] >>> 26 & MASK);
    }
  }

  private static void add2(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[2 * LANES + i] =
          (x[7 * LANES + i] & MASK)
              + (x[6 * LANES + i] >>> 26)
              + (x[10 * LANES + i] >>> 52 | x[11 * LANES + i] << 12 & MASK);
    }
  }

  private static void add3(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[3 * LANES + i] =
          (x[8 * LANES + i] & MASK) + (x[7 * LANES + i] >>> 26) + (x[11 * LANES + i] >>> 14 & MASK);
    }
  }

  private static void add4(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[4 * LANES + i] =
          (x[9 * LANES + i] & MASK)
              + (x[8 * LANES + i] >>> 26)
              + (x[11 * LANES + i] >>> 40 | 1L << 24);
    }
  }

  private static void add0(long[] x) {
    for (int i = 0; i < LANES; i++) {
      x[i] = (x[i] & MASK) + (x[9 * LANES + i] >>> 26) * 5 + (x[10 * LANES + i] & MASK);
    }
  }
}
