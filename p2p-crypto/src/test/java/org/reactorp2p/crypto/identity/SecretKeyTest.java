/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.reactorp2p.crypto.Vectors.bytes;
import static org.reactorp2p.crypto.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.subtle.X25519;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.Vectors;

class SecretKeyTest {
  private static final long SEED = 25519;

  @Test
  void derives_the_public_keys_of_the_worked_example() {
    assertThat(KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET).publicKey())
        .isEqualTo(KnownIdentities.ALICE.key());
    assertThat(KnownIdentities.secretKey(KnownIdentities.BOB_SECRET).publicKey())
        .isEqualTo(KnownIdentities.BOB.key());
  }

  @Test
  void derives_the_public_keys_that_octez_derives() {
    for (JsonNode vector : Vectors.octez("peer_id")) {
      if (vector.has("secret_key")) {
        assertThat(SecretKey.of(bytes(vector, "secret_key")).publicKey())
            .isEqualTo(PublicKey.of(bytes(vector, "public_key")));
      }
    }
  }

  @Test
  void agrees_on_the_secret_of_the_worked_example() {
    SecretKey alice = KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET);
    SecretKey bob = KnownIdentities.secretKey(KnownIdentities.BOB_SECRET);
    byte[] secret = hex("9663aa1da97e848a914a436d04163dfbb89178f107f1b5b77ed3854203382854");
    assertThat(alice.agree(bob.publicKey())).isEqualTo(secret);
    assertThat(bob.agree(alice.publicKey())).isEqualTo(secret);
  }

  @Test
  void agrees_with_tink() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      byte[] mine = new byte[SecretKey.LENGTH];
      byte[] theirs = new byte[PublicKey.LENGTH];
      random.nextBytes(mine);
      random.nextBytes(theirs);
      theirs[31] &= 0x7f; // Tink refuses what others mask
      SecretKey key = SecretKey.of(mine);
      assertThat(key.publicKey().toBytes()).isEqualTo(X25519.publicFromPrivate(mine));
      assertThat(key.agree(PublicKey.of(theirs)))
          .as("seed %d, round %d", SEED, i)
          .isEqualTo(X25519.computeSharedSecret(mine, theirs));
    }
  }

  @Test
  void is_kept_as_it_was_drawn() {
    byte[] drawn = new byte[SecretKey.LENGTH];
    new Random(SEED).nextBytes(drawn);
    assertThat(SecretKey.generate(new Random(SEED)).toBytes()).isEqualTo(drawn);
    assertThat(SecretKey.of(drawn).toBytes()).isEqualTo(drawn);
  }

  @Test
  void hides_and_is_compared_with_nothing() {
    byte[] bytes = hex(KnownIdentities.ALICE_SECRET);
    SecretKey key = SecretKey.of(bytes);
    assertThat(key).hasToString("SecretKey(hidden)").isNotEqualTo(SecretKey.of(bytes));
  }

  @Test
  void is_gone_after_close_but_for_its_public_half() {
    SecretKey key = KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET);
    key.close();
    key.close();
    assertThat(key.publicKey()).isEqualTo(KnownIdentities.ALICE.key());
    assertThatIllegalStateException().isThrownBy(key::toBytes);
    assertThatIllegalStateException().isThrownBy(() -> key.agree(key.publicKey()));
  }

  @Test
  void overwrites_its_bytes_on_close() throws Exception {
    SecretKey key = KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET);
    var field = SecretKey.class.getDeclaredField("bytes");
    field.setAccessible(true);
    byte[] inside = (byte[]) field.get(key);
    key.close();
    assertThat(inside).containsOnly(0);
  }

  @Test
  void refuses_other_lengths() {
    assertThatIllegalArgumentException().isThrownBy(() -> SecretKey.of(new byte[33]));
  }

  @Test
  void says_so_when_the_random_source_fails() {
    RandomGenerator failing =
        () -> {
          throw new IllegalStateException("no entropy");
        };
    assertThatExceptionOfType(RandomnessException.class)
        .isThrownBy(() -> SecretKey.generate(failing))
        .withMessage("cannot draw a secret key: the random source failed")
        .havingRootCause()
        .withMessage("no entropy");
  }

  @Test
  void says_so_when_the_random_source_stands_still() {
    RandomGenerator constant = () -> 0x4242424242424242L;
    assertThatExceptionOfType(RandomnessException.class)
        .isThrownBy(() -> SecretKey.generate(constant));
    assertThatExceptionOfType(RandomnessException.class)
        .isThrownBy(() -> ProofOfWorkStamp.draw(() -> 0));
  }
}
