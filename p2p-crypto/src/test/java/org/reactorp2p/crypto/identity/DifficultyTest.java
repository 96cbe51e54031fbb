/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.crypto.Vectors;

class DifficultyTest {
  private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  @Test
  void has_the_targets_of_octez() {
    for (JsonNode vector : Vectors.octez("proof_of_work_target")) {
      Difficulty difficulty = Difficulty.of(vector.path("difficulty").asDouble());
      assertThat(difficulty.target())
          .as("difficulty %s", difficulty)
          .isEqualTo(new BigInteger(vector.path("target_decimal").asText()));
    }
  }

  @Test
  void judges_stamps_as_octez_does() {
    for (JsonNode vector : Vectors.octez("proof_of_work")) {
      PublicKey key = PublicKey.ofHex(vector.path("public_key").asText());
      ProofOfWorkStamp stamp = ProofOfWorkStamp.ofHex(vector.path("stamp").asText());
      vector
          .path("check_at_difficulty")
          .properties()
          .forEach(
              check ->
                  assertThat(Difficulty.of(Double.parseDouble(check.getKey())).isMetBy(key, stamp))
                      .as("stamp %s at difficulty %s", stamp, check.getKey())
                      .isEqualTo(check.getValue().asBoolean()));
    }
  }

  @Test
  void for_whole_bits_the_target_is_all_ones() {
    for (int bits = 0; bits <= 202; bits++) {
      assertThat(Difficulty.of(bits).target()).isEqualTo(ALL.shiftRight(bits));
    }
  }

  @Test
  void rises_with_every_fraction() {
    BigInteger previous = ALL.add(BigInteger.ONE);
    for (double value = 0; value <= 250; value += 0.125) {
      BigInteger target = Difficulty.of(value).target();
      assertThat(target).as("difficulty %s", value).isLessThan(previous);
      previous = target;
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-0.001, 256.001, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
  void refuses_what_is_no_difficulty(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Difficulty.of(value));
  }

  @Test
  void tells_how_many_hashes_to_expect() {
    assertThat(Difficulty.DEFAULT.expectedHashes()).isEqualTo(67_108_864);
    assertThat(Difficulty.NONE.expectedHashes()).isEqualTo(1);
  }

  @Test
  void equals_by_target() {
    assertThat(Difficulty.of(26))
        .isEqualTo(Difficulty.DEFAULT)
        .hasSameHashCodeAs(Difficulty.DEFAULT);
    assertThat(Difficulty.of(26.5)).isNotEqualTo(Difficulty.DEFAULT).hasToString("26.5");
    assertThat(Difficulty.of(26.5).value()).isEqualTo(26.5);
  }

  @Test
  void H_04_published_stamps_pass_at_their_bits_and_not_one_bit_above() {
    for (KnownIdentities.Known known : KnownIdentities.ALL) {
      assertThat(Difficulty.of(known.zeroBits()).isMetBy(known.key(), known.stamp())).isTrue();
      assertThat(Difficulty.of(known.zeroBits() + 1).isMetBy(known.key(), known.stamp())).isFalse();
    }
  }

  @Test
  void H_04_a_missing_stamp_or_one_for_another_key_does_not_pass() {
    PublicKey alice = KnownIdentities.ALICE.key();
    ProofOfWorkStamp missing = ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]);
    assertThat(Difficulty.DEFAULT.isMetBy(alice, missing)).isFalse();
    assertThat(Difficulty.DEFAULT.isMetBy(alice, KnownIdentities.BOB.stamp())).isFalse();
    assertThat(Difficulty.DEFAULT.isMetBy(alice, KnownIdentities.ALICE.stamp())).isTrue();
  }

  @Test
  void H_04_at_the_edges_of_the_target_all_or_next_to_nothing_passes() {
    PublicKey alice = KnownIdentities.ALICE.key();
    ProofOfWorkStamp any = ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]);
    assertThat(Difficulty.of(0).target()).isEqualTo(ALL);
    assertThat(Difficulty.of(0).isMetBy(alice, any)).isTrue();
    Difficulty lost = Difficulty.of(Math.scalb(1.0, -50)); // 2^54 in place of 2^54 - 1
    assertThat(lost.target()).isGreaterThan(ALL);
    assertThat(lost.isMetBy(alice, any)).isTrue();
    assertThat(Difficulty.of(256).target()).isZero();
    assertThat(Difficulty.of(256).isMetBy(alice, KnownIdentities.ALICE.stamp())).isFalse();
  }
}
