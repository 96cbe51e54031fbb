/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * The rounds of Salsa20 over many blocks at once: word {@code w} of lane {@code i} lies at {@code w
 * * LANES + i}. C2 turns each loop into vector instructions of the widest kind the machine has.
 *
 * <p>That is why the eight quarter-rounds are written out: offsets must be constants for the
 * compiler to see that the accesses do not overlap, the loads must come in the same order as the
 * stores, and one quarter-round is as much as one loop may hold. Any other arrangement measured
 * (offsets as parameters, an array per word, sorted stores, two quarter-rounds in a loop) ran two
 * to eight times slower on one of the JDKs.
 */
final class SalsaLanes {
  /** Blocks side by side. */
  static final int LANES = 256;

  private SalsaLanes() {}

  /** Twenty rounds over the first {@code lanes} lanes, in place. */
  static void permute(int[] x, int lanes) {
    for (int round = 0; round < 10; round++) {
      column0(x, lanes);
      column1(x, lanes);
      column2(x, lanes);
      column3(x, lanes);
      row0(x, lanes);
      row1(x, lanes);
      row2(x, lanes);
      row3(x, lanes);
    }
  }

  private static void column0(int[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      int a = x[i];
      int b = x[4 * LANES + i];
      int c = x[8 * LANES + i];
      int d = x[12 * LANES + i];
      b ^= Integer.rotateLeft(a + d, 7);
      c ^= Integer.rotateLeft(b + a, 9);
      d ^= Integer.rotateLeft(c + b, 13);
      a ^= Integer.rotateLeft(d + c, 18);
      x[i] = a;
      x[4 * LANES + i] = b;
      x[8 * LANES + i] = c;
      x[12 * LANES + i] = d;
    }
  }

  private static void column1(int[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      int a = x[5 * LANES + i];
      int b = x[9 * LANES + i];
      int c = x[13 * LANES + i];
      int d = x[LANES + i];
      b ^= Integer.rotateLeft(a + d, 7);
      c ^= Integer.rotateLeft(b + a, 9);
      d ^= Integer.rotateLeft(c + b, 13);
      a ^= Integer.rotateLeft(d + c, 18);
      x[5 * LANES + i] = a;
      x[9 * LANES + i] = b;
      x[13 * LANES + i] = c;
      x[LANES + i] = d;
    }
  }

  private static void column2(int[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      int a = x[10 * LANES + i];
      int b = x[14 * LANES + i];
      int c = x[2 * LANES + i];
      int d = x[6 * LANES + i];
      b ^= Integer.rotateLeft(a + d, 7);
      c ^= Integer.rotateLeft(b + a, 9);
      d ^= Integer.rotateLeft(c + b, 13);
      a ^= Integer.rotateLeft(d + c, 18);
      x[10 * LANES + i] = a;
      x[14 * LANES + i] = b;
      x[2 * LANES + i] = c;
      x[6 * LANES + i] = d;
    }
  }

  private static void column3(int[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      int a = x[15 * LANES + i];
      int b = x[3 * LANES + i];
      int c = x[7 * LANES + i];
      int d = x[11 * LANES + i];
      b ^= Integer.rotateLeft(a + d, 7);
      c ^= Integer.rotateLeft(b + a, 9);
      d ^= Integer.rotateLeft(c + b, 13);
      a ^= Integer.rotateLeft(d + c, 18);
      x[15 * LANES + i] = a;
      x[3 * LANES + i] = b;
      x[7 * LANES + i] = c;
      x[11 * LANES + i] = d;
    }
  }

  private static void row0(int[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      int a = x[i];
      int b = x[LANES + i];
      int c = x[2 * LANES + i];
      int d = x[3 * LANES + i];
      b ^= Integer.rotateLeft(a + d, 7);
      c ^= Integer.rotateLeft(b + a, 9);
      d ^= Integer.rotateLeft(c + b, 13);
      a ^= Integer.rotateLeft(d + c, 18);
      x[i] = a;
      x[LANES + i] = b;
      x[2 * LANES + i] = c;
      x[3 * LANES + i] = d;
    }
  }

  private static void row1(int[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      int a = x[5 * LANES + i];
      int b = x[6 * LANES + i];
      int c = x[7 * LANES + i];
      int d = x[4 * LANES + i];
      b ^= Integer.rotateLeft(a + d, 7);
      c ^= Integer.rotateLeft(b + a, 9);
      d ^= Integer.rotateLeft(c + b, 13);
      a ^= Integer.rotateLeft(d + c, 18);
      x[5 * LANES + i] = a;
      x[6 * LANES + i] = b;
      x[7 * LANES + i] = c;
      x[4 * LANES + i] = d;
    }
  }

  private static void row2(int[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      int a = x[10 * LANES + i];
      int b = x[11 * LANES + i];
      int c = x[8 * LANES + i];
      int d = x[9 * LANES + i];
      b ^= Integer.rotateLeft(a + d, 7);
      c ^= Integer.rotateLeft(b + a, 9);
      d ^= Integer.rotateLeft(c + b, 13);
      a ^= Integer.rotateLeft(d + c, 18);
      x[10 * LANES + i] = a;
      x[11 * LANES + i] = b;
      x[8 * LANES + i] = c;
      x[9 * LANES + i] = d;
    }
  }

  private static void row3(int[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      int a = x[15 * LANES + i];
      int b = x[12 * LANES + i];
      int c = x[13 * LANES + i];
      int d = x[14 * LANES + i];
      b ^= Integer.rotateLeft(a + d, 7);
      c ^= Integer.rotateLeft(b + a, 9);
      d ^= Integer.rotateLeft(c + b, 13);
      a ^= Integer.rotateLeft(d + c, 18);
      x[15 * LANES + i] = a;
      x[12 * LANES + i] = b;
      x[13 * LANES + i] = c;
      x[14 * LANES + i] = d;
    }
  }
}
