/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * Single numbers modulo 2^130 - 5 in five limbs of 26 bits, for what lanes need before and after.
 */
final class Limbs {
  static final int COUNT = 5;

  private static final long MASK = (1L << 26) - 1;

  private Limbs() {}

  /** The limbs of a 128-bit number. */
  static void split(long low, long high, long[] to) {
    to[0] = low & MASK;
    to[1] = low >>> 26 & MASK;
    to[2] = low >>> 52 | high << 12 & MASK;
    to[3] = high >>> 14 & MASK;
    to[4] = high >>> 40;
  }

  /** {@code a *= b}. Limbs of both may have up to 29 bits, those of the product have 27 at most. */
  static void multiply(long[] a, long[] b) {
    long a0 = a[0];
    long a1 = a[1];
    long a2 = a[2];
    long a3 = a[3];
    long a4 = a[4];
    long s1 = 5 * b[1];
    long s2 = 5 * b[2];
    long s3 = 5 * b[3];
    long s4 = 5 * b[4];
    long d0 = a0 * b[0] + a1 * s4 + a2 * s3 + a3 * s2 + a4 * s1;
    long d1 = a0 * b[1] + a1 * b[0] + a2 * s4 + a3 * s3 + a4 * s2;
    long d2 = a0 * b[2] + a1 * b[1] + a2 * b[0] + a3 * s4 + a4 * s3;
    long d3 = a0 * b[3] + a1 * b[2] + a2 * b[1] + a3 * b[0] + a4 * s4;
    long d4 = a0 * b[4] + a1 * b[3] + a2 * b[2] + a3 * b[1] + a4 * b[0];
    d1 += d0 >>> 26;
    d2 += d1 >>> 26;
    d3 += d2 >>> 26;
    d4 += d3 >>> 26;
    long c0 = (d0 & MASK) + 5 * (d4 >>> 26);
    a[0] = c0 & MASK;
    a[1] = (d1 & MASK) + (c0 >>> 26);
    a[2] = d2 & MASK;
    a[3] = d3 & MASK;
    a[4] = d4 & MASK;
  }

  /** Hands the number to a sum that goes on from it. Limbs may have some bits too many. */
  static void resume(Poly1305 sum, long[] h) {
    long h1 = h[1] + (h[0] >>> 26);
    long h2 = h[2] + (h1 >>> 26);
    long h3 = h[3] + (h2 >>> 26);
    long h4 = h[4] + (h3 >>> 26);
    long low = h[0] & MASK | (h1 & MASK) << 26 | h2 << 52;
    long high = (h2 & MASK) >>> 12 | (h3 & MASK) << 14 | h4 << 40;
    sum.resume(low, high, h4 >>> 24);
  }
}
