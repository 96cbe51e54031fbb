/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Every box of this JVM against Bouncy Castle's engines, over random keys, nonces and texts. Most
 * nonces follow one another, as those of a connection do, so that the lookahead is tried as well.
 */
class BoxAgreementTest {
  private static final long SEED = 20261122L;
  private static final int LONGEST = 65_519;
  private static final int FRAMES_PER_KEY = 50;

  private final Random random = new Random(SEED);

  @Test
  void ninety_thousand_boxes_of_every_length_up_to_300_agree() {
    agree(90_000, i -> random.nextInt(301));
  }

  @Test
  void ten_thousand_boxes_about_the_edges_of_blocks_agree() {
    agree(9_000, i -> Math.max(0, 16 * random.nextInt(256) + random.nextInt(5) - 2));
    agree(1_000, i -> Math.max(0, 1_024 * random.nextInt(20) + random.nextInt(5) - 34));
  }

  @Test
  void runs_of_one_length_agree() {
    for (int length : new int[] {0, 32, 38, 64, 96, 97, 1_024, 2_016, 2_017}) {
      agree(500, i -> length);
    }
  }

  @Test
  void long_boxes_up_to_the_longest_agree() {
    agree(200, i -> random.nextInt(LONGEST + 1));
    agree(40, i -> LONGEST - i);
  }

  private void agree(int count, IntUnaryOperator lengths) {
    byte[] key = new byte[BoxKey.LENGTH];
    byte[] nonce = new byte[BoxCipher.NONCE_LENGTH];
    for (int done = 0; done < count; done += FRAMES_PER_KEY) {
      random.nextBytes(key);
      random.nextBytes(nonce);
      List<BoxCipher> ciphers;
      try (BoxKey boxKey = BoxKey.ofPrecomputed(key)) {
        ciphers = Boxes.available().stream().map(box -> box.cipher(boxKey)).toList();
      }
      for (int i = done; i < Math.min(count, done + FRAMES_PER_KEY); i++) {
        agree(ciphers, key, nonce, lengths.applyAsInt(i));
        step(nonce);
      }
      ciphers.forEach(BoxCipher::close);
    }
  }

  private void step(byte[] nonce) {
    if (random.nextInt(40) == 0) {
      random.nextBytes(nonce);
    }
    for (int i = nonce.length - 1; i >= 0 && ++nonce[i] == 0; i--) {}
  }

  private void agree(List<BoxCipher> ciphers, byte[] key, byte[] nonce, int length) {
    byte[] plain = new byte[length];
    random.nextBytes(plain);
    byte[] expected = BouncyBox.seal(key, nonce, plain);
    int off = random.nextInt(40);
    byte[] buf = new byte[off + expected.length + random.nextInt(40)];
    for (int i = 0; i < ciphers.size(); i++) {
      String what = "seed " + SEED + ", " + Boxes.available().get(i) + ", length " + length;
      random.nextBytes(buf);
      System.arraycopy(plain, 0, buf, off + BoxCipher.TAG_LENGTH, length);
      byte[] around = buf.clone();
      ciphers.get(i).seal(nonce, buf, off, length);
      assertThat(same(buf, off, expected, expected.length)).as(what).isTrue();
      assertThat(ciphers.get(i).open(nonce, buf, off, expected.length)).as(what).isTrue();
      assertThat(same(buf, off + BoxCipher.TAG_LENGTH, plain, length)).as(what).isTrue();
      System.arraycopy(buf, off, around, off, BoxCipher.TAG_LENGTH);
      assertThat(Arrays.equals(buf, around)).as("nothing beside changed, " + what).isTrue();
    }
  }

  private static boolean same(byte[] buf, int off, byte[] expected, int length) {
    return Arrays.equals(buf, off, off + length, expected, 0, length);
  }
}
