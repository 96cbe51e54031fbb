/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/** One block of Salsa20: sixteen words, twenty rounds. */
final class SalsaBlock {
  /** Words of a block. */
  static final int WORDS = 16;

  private static final int SIGMA_0 = 0x61707865;
  private static final int SIGMA_1 = 0x3320646e;
  private static final int SIGMA_2 = 0x79622d32;
  private static final int SIGMA_3 = 0x6b206574;

  private SalsaBlock() {}

  /**
   * Lays out the input of a block: the constants on the diagonal, the 8 words of the key and 16
   * bytes of input between.
   */
  static void fill(int[] state, int[] key, long in67, long in89) {
    state[0] = SIGMA_0;
    System.arraycopy(key, 0, state, 1, 4);
    state[5] = SIGMA_1;
    state[6] = (int) in67;
    state[7] = (int) (in67 >>> 32);
    state[8] = (int) in89;
    state[9] = (int) (in89 >>> 32);
    state[10] = SIGMA_2;
    System.arraycopy(key, 4, state, 11, 4);
    state[15] = SIGMA_3;
  }

  /** Runs the twenty rounds. The arrays may be the same. */
  static void permute(int[] from, int[] to) {
    int x0 = from[0], x1 = from[1], x2 = from[2], x3 = from[3];
    int x4 = from[4], x5 = from[5], x6 = from[6], x7 = from[7];
    int x8 = from[8], x9 = from[9], x10 = from[10], x11 = from[11];
    int x12 = from[12], x13 = from[13], x14 = from[14], x15 = from[15];
    for (int round = 0; round < 10; round++) {
      x4 ^= Integer.rotateLeft(x0 + x12, 7);
      x8 ^= Integer.rotateLeft(x4 + x0, 9);
      x12 ^= Integer.rotateLeft(x8 + x4, 13);
      x0 ^= Integer.rotateLeft(x12 + x8, 18);
      x9 ^= Integer.rotateLeft(x5 + x1, 7);
      x13 ^= Integer.rotateLeft(x9 + x5, 9);
      x1 ^= Integer.rotateLeft(x13 + x9, 13);
      x5 ^= Integer.rotateLeft(x1 + x13, 18);
      x14 ^= Integer.rotateLeft(x10 + x6, 7);
      x2 ^= Integer.rotateLeft(x14 + x10, 9);
      x6 ^= Integer.rotateLeft(x2 + x14, 13);
      x10 ^= Integer.rotateLeft(x6 + x2, 18);
      x3 ^= Integer.rotateLeft(x15 + x11, 7);
      x7 ^= Integer.rotateLeft(x3 + x15, 9);
      x11 ^= Integer.rotateLeft(x7 + x3, 13);
      x15 ^= Integer.rotateLeft(x11 + x7, 18);

      x1 ^= Integer.rotateLeft(x0 + x3, 7);
      x2 ^= Integer.rotateLeft(x1 + x0, 9);
      x3 ^= Integer.rotateLeft(x2 + x1, 13);
      x0 ^= Integer.rotateLeft(x3 + x2, 18);
      x6 ^= Integer.rotateLeft(x5 + x4, 7);
      x7 ^= Integer.rotateLeft(x6 + x5, 9);
      x4 ^= Integer.rotateLeft(x7 + x6, 13);
      x5 ^= Integer.rotateLeft(x4 + x7, 18);
      x11 ^= Integer.rotateLeft(x10 + x9, 7);
      x8 ^= Integer.rotateLeft(x11 + x10, 9);
      x9 ^= Integer.rotateLeft(x8 + x11, 13);
      x10 ^= Integer.rotateLeft(x9 + x8, 18);
      x12 ^= Integer.rotateLeft(x15 + x14, 7);
      x13 ^= Integer.rotateLeft(x12 + x15, 9);
      x14 ^= Integer.rotateLeft(x13 + x12, 13);
      x15 ^= Integer.rotateLeft(x14 + x13, 18);
    }
    to[0] = x0;
    to[1] = x1;
    to[2] = x2;
    to[3] = x3;
    to[4] = x4;
    to[5] = x5;
    to[6] = x6;
    to[7] = x7;
    to[8] = x8;
    to[9] = x9;
    to[10] = x10;
    to[11] = x11;
    to[12] = x12;
    to[13] = x13;
    to[14] = x14;
    to[15] = x15;
  }
}
