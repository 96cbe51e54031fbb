/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.hash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.reactorp2p.crypto.Vectors.hex;

import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.junit.jupiter.api.Test;

class Blake2bTest {
  private static final long SEED = 7693;

  @Test
  void gives_the_known_answer_of_the_rfc() {
    assertThat(hex(Blake2b.hash(64, "abc".getBytes(US_ASCII))))
        .isEqualTo(
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
  }

  @Test
  void agrees_with_bouncy_castle_at_every_length_around_the_blocks() {
    Random random = new Random(SEED);
    for (int length = 0; length <= 3 * Blake2b.BLOCK_LENGTH + 1; length++) {
      byte[] input = new byte[length];
      random.nextBytes(input);
      assertThat(Blake2b.hash(32, input)).as("length %d", length).isEqualTo(bouncy(32, input));
    }
  }

  @Test
  void agrees_with_bouncy_castle_at_every_digest_length() {
    byte[] input = new byte[200];
    new Random(SEED).nextBytes(input);
    for (int length = 1; length <= 64; length++) {
      assertThat(Blake2b.hash(length, input)).hasSize(length).isEqualTo(bouncy(length, input));
    }
  }

  @Test
  void cuts_between_parts_do_not_matter() {
    Random random = new Random(SEED);
    byte[] input = new byte[700];
    random.nextBytes(input);
    for (int i = 0; i < 500; i++) {
      int first = random.nextInt(input.length + 1);
      int second = first + random.nextInt(input.length + 1 - first);
      byte[] hash =
          Blake2b.hash(
              32,
              Arrays.copyOf(input, first),
              Arrays.copyOfRange(input, first, second),
              Arrays.copyOfRange(input, second, input.length));
      assertThat(hash).as("cuts %d, %d", first, second).isEqualTo(Blake2b.hash(32, input));
    }
  }

  @Test
  void refuses_digests_that_do_not_exist() {
    assertThatIllegalArgumentException().isThrownBy(() -> Blake2b.hash(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Blake2b.hash(65));
  }

  private static byte[] bouncy(int length, byte[] input) {
    Blake2bDigest digest = new Blake2bDigest(length * Byte.SIZE);
    digest.update(input, 0, input.length);
    byte[] hash = new byte[length];
    digest.doFinal(hash, 0);
    return hash;
  }
}
