/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.crypto.hash.Blake2b;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.crypto.identity.StampMiner;

/** What {@code src/lib_crypto/test*}{@code /test_crypto_box.ml} of the original asserts. */
@Tag("original")
class OriginalCryptoBoxTest {

  private static final byte[] NONCE = new byte[BoxCipher.NONCE_LENGTH];

  private final long seed = Long.getLong("p2p.seed", 20_261_123L);
  private final Random random = new Random(seed);

  static Stream<Box> boxes() {
    return Boxes.available().stream();
  }

  @Test
  @DisplayName("test_crypto_box.ml: public key from secret key")
  void public_key_from_secret_key() {
    SecretKey secret = SecretKey.generate(random);
    try (SecretKey again = SecretKey.of(secret.toBytes())) {
      assertThat(again.publicKey()).as("seed %d", seed).isEqualTo(secret.publicKey());
    }
  }

  @Test
  @DisplayName("test_crypto_box.ml: hash of the key")
  void hash_of_the_key() {
    PublicKey key = SecretKey.generate(random).publicKey();
    assertThat(key.peerId().toBytes())
        .as("seed %d", seed)
        .isEqualTo(Blake2b.hash(PeerId.LENGTH, key.toBytes()));
  }

  @ParameterizedTest
  @MethodSource("boxes")
  @DisplayName("test_crypto_box.ml: box round trip")
  void what_one_seals_the_other_opens(Box box) {
    try (SecretKey alice = SecretKey.generate(random);
        SecretKey bob = SecretKey.generate(random);
        BoxKey there = BoxKey.ofSharedSecret(alice.agree(bob.publicKey()));
        BoxKey here = BoxKey.ofSharedSecret(bob.agree(alice.publicKey()));
        BoxCipher sealing = box.cipher(there);
        BoxCipher opening = box.cipher(here)) {
      byte[] message = new byte[random.nextInt(2_000)];
      random.nextBytes(message);
      byte[] sealed = new byte[BoxCipher.TAG_LENGTH + message.length];
      System.arraycopy(message, 0, sealed, BoxCipher.TAG_LENGTH, message.length);
      sealing.seal(NONCE, sealed, 0, message.length);
      // Not in place: what is opened is a copy.
      byte[] opened = sealed.clone();
      assertThat(opening.open(NONCE, opened, 0, opened.length)).as("seed %d", seed).isTrue();
      assertThat(Arrays.copyOfRange(opened, BoxCipher.TAG_LENGTH, opened.length))
          .isEqualTo(message);
    }
  }

  @ParameterizedTest
  @MethodSource("boxes")
  @DisplayName("test_crypto_box.ml: box round trip in place")
  void in_place_too(Box box) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    int length = random.nextInt(2_000);
    byte[] buf = new byte[7 + BoxCipher.TAG_LENGTH + length + 9];
    random.nextBytes(buf);
    byte[] before = buf.clone();
    int text = 7 + BoxCipher.TAG_LENGTH;
    try (BoxKey key = BoxKey.ofSharedSecret(secret);
        BoxCipher cipher = box.cipher(key)) {
      cipher.seal(NONCE, buf, 7, length);
      assertThat(cipher.open(NONCE, buf, 7, BoxCipher.TAG_LENGTH + length)).isTrue();
    }
    assertThat(Arrays.copyOfRange(buf, text, buf.length))
        .as("seed %d", seed)
        .isEqualTo(Arrays.copyOfRange(before, text, before.length));
    assertThat(Arrays.copyOf(buf, 7)).isEqualTo(Arrays.copyOf(before, 7));
  }

  @Test
  @DisplayName("test_crypto_box.ml: a generated stamp of difficulty 2 checks")
  void a_stamp_of_difficulty_2() {
    PublicKey key = SecretKey.generate(random).publicKey();
    Difficulty two = Difficulty.of(2);
    ProofOfWorkStamp stamp = StampMiner.of(key, two).mine(ProofOfWorkStamp.draw(random));
    assertThat(two.isMetBy(key, stamp)).as("seed %d", seed).isTrue();
  }
}
