/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * HSalsa20 with a nonce of zeros, written from its definition: what makes a box key of a secret.
 */
final class PrecomputedKey {
  private static final int ROUNDS = 20;
  private static final int[] SIGMA = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

  private PrecomputedKey() {}

  static byte[] of(byte[] secret) {
    int[] key = new int[8];
    ByteBuffer.wrap(secret).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(key);
    int[] x = new int[16];
    for (int i = 0; i < 4; i++) {
      x[5 * i] = SIGMA[i];
      x[1 + i] = key[i];
      x[11 + i] = key[4 + i];
    }
    for (int round = 0; round < ROUNDS; round += 2) {
      for (int i = 0; i < 4; i++) {
        quarter(x, 5 * i, (5 * i + 4) % 16, (5 * i + 8) % 16, (5 * i + 12) % 16);
      }
      for (int i = 0; i < 4; i++) {
        int row = 4 * i;
        quarter(x, 5 * i, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
      }
    }
    ByteBuffer out = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(new int[] {0, 5, 10, 15, 6, 7, 8, 9}).forEach(i -> out.putInt(x[i]));
    return out.array();
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
    x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
    x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
    x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
  }
}
