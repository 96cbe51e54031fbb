/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.reactorp2p.crypto.Vectors.bytes;
import static org.reactorp2p.crypto.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.Vectors;

class NonceSequenceTest {
  private static final long SEED = 14;

  @Test
  void M_14_nonces_are_counted_up_as_octez_counts() {
    for (JsonNode vector : Vectors.octez("nonce_increment")) {
      NonceSequence nonces = sequence(bytes(vector, "nonce"));
      assertThat(nonces.take()).isEqualTo(bytes(vector, "nonce"));
      assertThat(nonces.take()).isEqualTo(bytes(vector, "next"));
    }
  }

  @Test
  void M_14_a_carry_runs_through_as_many_bytes_as_it_must() {
    for (int ones = 0; ones <= 24; ones++) {
      byte[] nonce = new byte[24];
      java.util.Arrays.fill(nonce, 24 - ones, 24, (byte) 0xff);
      assertThat(new BigInteger(1, after(nonce)))
          .isEqualTo(BigInteger.ONE.shiftLeft(8 * ones).mod(BigInteger.ONE.shiftLeft(192)));
    }
  }

  @Test
  void M_14_any_nonce_is_followed_by_itself_plus_one() {
    Random random = new Random(SEED);
    for (int i = 0; i < 1000; i++) {
      byte[] nonce = new byte[24];
      random.nextBytes(nonce);
      assertThat(new BigInteger(1, after(nonce)))
          .as("seed %d, nonce %s", SEED, hex(nonce))
          .isEqualTo(new BigInteger(1, nonce).add(BigInteger.ONE));
    }
  }

  @Test
  void M_14_stops_long_before_it_could_come_round() {
    NonceSequence nonces = new NonceSequence(new byte[24], 3);
    nonces.take();
    nonces.take();
    nonces.take();
    assertThatExceptionOfType(NoncesExhaustedException.class).isThrownBy(nonces::take);
    assertThatExceptionOfType(NoncesExhaustedException.class)
        .isThrownBy(nonces::take)
        .withMessage("after 3 frames in one direction the connection must end");
    assertThat(NonceSequence.DEFAULT_LIMIT).isEqualTo(1L << 48);
  }

  @Test
  void gives_nothing_more_once_it_is_wiped() {
    byte[] first = hex("42af73169072faffc8d0664ec09ec7045d84dfb8cafd77b9");
    NonceSequence nonces = sequence(first);
    byte[] inside = nonces.take();
    nonces.wipe();
    assertThat(inside).containsOnly(0);
    assertThatExceptionOfType(NoncesExhaustedException.class).isThrownBy(nonces::take);
  }

  @Test
  void takes_its_own_copy_of_the_first_one_and_no_other_length() {
    byte[] first = new byte[24];
    NonceSequence nonces = sequence(first);
    first[0] = 1;
    assertThat(nonces.take()).containsOnly(0);
    assertThatIllegalArgumentException().isThrownBy(() -> sequence(new byte[23]));
  }

  private static byte[] after(byte[] nonce) {
    NonceSequence nonces = sequence(nonce);
    nonces.take();
    return nonces.take();
  }

  private static NonceSequence sequence(byte[] first) {
    return new NonceSequence(first, NonceSequence.DEFAULT_LIMIT);
  }
}
