/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PublicKeyTest {
  private static final String HEX =
      "8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f";

  @Test
  void reads_and_writes_hex_of_either_case() {
    assertThat(PublicKey.ofHex(HEX.toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(PublicKey.ofHex(HEX))
        .hasSameHashCodeAs(PublicKey.ofHex(HEX))
        .hasToString(HEX);
  }

  @Test
  void keeps_its_bytes_to_itself() {
    byte[] bytes = new byte[PublicKey.LENGTH];
    PublicKey key = PublicKey.of(bytes);
    bytes[0] = 1;
    key.toBytes()[1] = 1;
    assertThat(key.toBytes()).containsOnly(0);
  }

  @Test
  void is_copied_to_where_it_is_wanted() {
    byte[] frame = new byte[PublicKey.LENGTH + 2];
    PublicKey.ofHex(HEX).copyTo(frame, 1);
    assertThat(frame[0]).isZero();
    assertThat(frame[1]).isEqualTo((byte) 0x8f);
    assertThat(frame[PublicKey.LENGTH]).isEqualTo((byte) 0x5f);
  }

  @Test
  void refuses_other_lengths_and_other_digits_with_a_sentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublicKey.of(new byte[31]))
        .withMessage("a public key has 32 bytes, this has 31");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublicKey.ofHex("8f40"))
        .withMessage("a public key has 64 hex digits, this has 4 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublicKey.ofHex(HEX.replace('8', 'g')))
        .withMessage("a public key is written in hex digits, character 1 is none");
  }
}
