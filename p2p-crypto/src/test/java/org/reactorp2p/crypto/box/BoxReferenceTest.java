/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ours against Bouncy Castle's engines put together the NaCl way. */
class BoxReferenceTest {
  private static final long SEED = 20261122L;

  @Test
  void random_boxes_of_small_lengths_are_bouncy_castles() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2000; i++) {
      agree(Boxes.plain(), random, i % 700);
    }
    agree(Boxes.plain(), random, 65_519);
  }

  private static void agree(Box box, Random random, int length) {
    byte[] key = new byte[32];
    byte[] nonce = new byte[24];
    byte[] plain = new byte[length];
    random.nextBytes(key);
    random.nextBytes(nonce);
    random.nextBytes(plain);
    byte[] expected = BouncyBox.seal(key, nonce, plain);
    byte[] actual = new byte[length + 16];
    System.arraycopy(plain, 0, actual, 16, length);
    try (BoxKey boxKey = BoxKey.ofPrecomputed(key);
        BoxCipher cipher = box.cipher(boxKey)) {
      cipher.seal(nonce, actual, 0, length);
      assertThat(java.util.Arrays.equals(actual, expected))
          .as("seed %d length %d", SEED, length)
          .isTrue();
      assertThat(cipher.open(nonce, actual, 0, actual.length)).isTrue();
      System.arraycopy(actual, 16, expected, 0, length);
      assertThat(java.util.Arrays.copyOf(expected, length)).isEqualTo(plain);
    }
  }
}
