/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.Vectors;

class ProofOfWorkStampTest {
  private static final String HEX = "4b1354dcfc087e52c8fb510317b9464c297b8a55b79bfc95";

  @Test
  void reads_and_writes_hex() {
    ProofOfWorkStamp stamp = ProofOfWorkStamp.ofHex(HEX);
    assertThat(stamp).hasToString(HEX).isEqualTo(ProofOfWorkStamp.of(stamp.toBytes()));
    assertThat(stamp).hasSameHashCodeAs(ProofOfWorkStamp.of(stamp.toBytes()));
    assertThat(stamp.toHex()).isEqualTo(HEX);
    byte[] frame = new byte[25];
    stamp.copyTo(frame, 1);
    assertThat(frame).startsWith(0x00, 0x4b).endsWith(0x95);
  }

  @Test
  void refuses_other_lengths_and_other_digits() {
    assertThatIllegalArgumentException().isThrownBy(() -> ProofOfWorkStamp.of(new byte[23]));
    assertThatIllegalArgumentException().isThrownBy(() -> ProofOfWorkStamp.ofHex(HEX + "00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProofOfWorkStamp.ofHex("x" + HEX.substring(1)));
  }

  @Test
  void is_counted_up_as_octez_counts() {
    for (JsonNode vector : Vectors.octez("nonce_increment")) {
      StampNumber number = StampNumber.of(ProofOfWorkStamp.ofHex(vector.path("nonce").asText()));
      assertThat(number.plus(1).toStamp()).hasToString(vector.path("next").asText());
    }
  }
}
