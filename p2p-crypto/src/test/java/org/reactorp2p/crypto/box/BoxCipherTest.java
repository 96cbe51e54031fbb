/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoxCipherTest {
  private static final byte[] NONCE = new byte[BoxCipher.NONCE_LENGTH];

  static Stream<Box> boxes() {
    return Boxes.available().stream();
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void any_bit_of_the_tag_flipped_is_refused_and_nothing_is_released(Box box) {
    BoxCipher cipher = cipher(box);
    for (int length : new int[] {0, 1, 33, 300, 5_000}) {
      byte[] buf = new byte[BoxCipher.TAG_LENGTH + length];
      cipher.seal(NONCE, buf, 0, length);
      for (int bit = 0; bit < 8 * BoxCipher.TAG_LENGTH; bit++) {
        refuses(cipher, buf, bit);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void any_bit_of_the_ciphertext_flipped_is_refused_and_nothing_is_released(Box box) {
    BoxCipher cipher = cipher(box);
    byte[] buf = new byte[BoxCipher.TAG_LENGTH + 150];
    cipher.seal(NONCE, buf, 0, 150);
    for (int bit = 8 * BoxCipher.TAG_LENGTH; bit < 8 * buf.length; bit++) {
      refuses(cipher, buf, bit);
    }
  }

  private static void refuses(BoxCipher cipher, byte[] box, int bit) {
    byte[] forged = box.clone();
    forged[bit / 8] ^= (byte) (1 << bit % 8);
    byte[] before = forged.clone();
    assertThat(cipher.open(NONCE, forged, 0, forged.length)).as("bit " + bit).isFalse();
    assertThat(forged).as("bit " + bit).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void another_nonce_does_not_open(Box box) {
    BoxCipher cipher = cipher(box);
    byte[] buf = new byte[50];
    cipher.seal(NONCE, buf, 0, 34);
    for (int i = 0; i < NONCE.length; i++) {
      byte[] other = NONCE.clone();
      other[i] ^= 1;
      assertThat(cipher.open(other, buf, 0, 50)).as("byte " + i).isFalse();
    }
    assertThat(cipher.open(NONCE, buf, 0, 50)).isTrue();
  }

  @Test
  void ranges_outside_the_array_are_refused_before_anything_is_touched() {
    BoxCipher cipher = cipher(Boxes.plain());
    byte[] buf = new byte[40];
    assertThatThrownBy(() -> cipher.seal(NONCE, buf, 0, 25))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cipher.seal(NONCE, buf, -1, 10))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cipher.seal(NONCE, buf, 0, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cipher.seal(NONCE, buf, 0, Integer.MAX_VALUE))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cipher.open(NONCE, buf, 0, 41))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cipher.open(NONCE, buf, 0, 15))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(buf).containsOnly(0);
  }

  @Test
  void a_nonce_or_key_of_another_length_is_refused() {
    BoxCipher cipher = cipher(Boxes.plain());
    assertThatThrownBy(() -> cipher.seal(new byte[23], new byte[40], 0, 1))
        .hasMessage("a nonce has 24 bytes, not 23");
    assertThatThrownBy(() -> BoxKey.ofPrecomputed(new byte[31]))
        .hasMessage("a box key has 32 bytes, not 31");
  }

  @Test
  void a_closed_cipher_refuses_to_work() {
    BoxCipher cipher = cipher(Boxes.plain());
    cipher.close();
    cipher.close();
    assertThatThrownBy(() -> cipher.seal(NONCE, new byte[40], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keys_and_ciphers_hide() {
    try (BoxKey key = BoxKey.ofPrecomputed(new byte[BoxKey.LENGTH])) {
      assertThat(key).hasToString("BoxKey(hidden)");
      assertThat(Boxes.plain().cipher(key)).hasToString("BoxCipher(hidden)");
    }
  }

  private static BoxCipher cipher(Box box) {
    try (BoxKey key = BoxKey.ofPrecomputed(new byte[BoxKey.LENGTH])) {
      return box.cipher(key);
    }
  }
}
