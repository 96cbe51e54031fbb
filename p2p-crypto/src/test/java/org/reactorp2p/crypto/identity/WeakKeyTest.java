/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.reactorp2p.crypto.Vectors.bytes;
import static org.reactorp2p.crypto.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.Vectors;

/** X25519 against Wycheproof, as HACL classifies: only a zero secret is refused. */
class WeakKeyTest {
  /** All points of low order and all ways to write them in 255 bits, little-endian. */
  private static final List<String> LOW_ORDER =
      List.of(
          "0000000000000000000000000000000000000000000000000000000000000000", // 0
          "0100000000000000000000000000000000000000000000000000000000000000", // 1
          "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800", // order 8
          "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157", // order 8
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // p - 1
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // p, which is 0
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"); // p + 1

  @Test
  void H_05_every_low_order_encoding_is_refused_with_and_without_the_top_bit() {
    SecretKey mine = KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET);
    for (String encoding : LOW_ORDER) {
      byte[] point = hex(encoding);
      assertRefused(mine, point);
      point[31] |= (byte) 0x80;
      assertRefused(mine, point);
    }
  }

  @Test
  void H_05_wycheproof_zero_secrets_are_refused_and_all_others_agreed() {
    int zero = 0;
    int nonCanonical = 0;
    for (JsonNode test : Vectors.wycheproofX25519()) {
      SecretKey mine = SecretKey.of(bytes(test, "private"));
      Set<String> flags = flags(test);
      if (flags.contains("ZeroSharedSecret")) {
        assertRefused(mine, bytes(test, "public"));
        zero++;
      } else {
        assertThat(mine.agree(PublicKey.of(bytes(test, "public"))))
            .as("tcId %s", test.path("tcId"))
            .isEqualTo(bytes(test, "shared"));
      }
      nonCanonical += flags.contains("NonCanonicalPublic") ? 1 : 0;
    }
    assertThat(zero).isEqualTo(31);
    assertThat(nonCanonical).isEqualTo(19);
  }

  @Test
  void H_05_the_refusal_costs_no_stack_trace_and_names_no_secret() {
    SecretKey mine = KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET);
    assertThatExceptionOfType(WeakKeyException.class)
        .isThrownBy(() -> mine.agree(PublicKey.of(new byte[PublicKey.LENGTH])))
        .withMessage("the peer's public key is a low-order point")
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
  }

  private static void assertRefused(SecretKey mine, byte[] point) {
    assertThatExceptionOfType(WeakKeyException.class)
        .as(hex(point))
        .isThrownBy(() -> mine.agree(PublicKey.of(point)));
  }

  private static Set<String> flags(JsonNode test) {
    Set<String> flags = new HashSet<>();
    StreamSupport.stream(test.path("flags").spliterator(), false)
        .map(JsonNode::asText)
        .forEach(flags::add);
    return flags;
  }
}
