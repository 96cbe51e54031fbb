/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.reactorp2p.crypto.Vectors.bytes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.crypto.Vectors;

class PeerIdTest {
  private static final String TEXT = "idrAta9tLVKFCVMECJb62aQXbEBYBo";

  @Test
  void names_the_peers_that_octez_names() {
    for (JsonNode vector : Vectors.octez("peer_id")) {
      PeerId id = PublicKey.of(bytes(vector, "public_key")).peerId();
      assertThat(id.toBytes()).isEqualTo(bytes(vector, "peer_id_bytes"));
      assertThat(id).hasToString(vector.path("peer_id").asText());
      assertThat(id.toShortString())
          .isEqualTo(vector.path("peer_id").asText().substring(0, 12))
          .isEqualTo(vector.path("peer_id_short").asText(id.toShortString()));
      assertThat(PeerId.parse(id.toString())).isEqualTo(id).hasSameHashCodeAs(id);
    }
  }

  @Test
  void names_the_peers_that_others_published() {
    for (KnownIdentities.Known known : KnownIdentities.ALL) {
      assertThat(known.key().peerId()).hasToString(known.peerId());
    }
  }

  @Test
  void is_written_in_thirty_characters_whatever_the_bytes() {
    byte[] lowest = new byte[PeerId.LENGTH];
    byte[] highest = new byte[PeerId.LENGTH];
    java.util.Arrays.fill(highest, (byte) 0xff);
    assertRoundTrip(lowest);
    assertRoundTrip(highest);
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      random.nextBytes(lowest);
      assertRoundTrip(lowest);
    }
  }

  private static void assertRoundTrip(byte[] bytes) {
    PeerId id = PeerId.of(bytes);
    assertThat(id.toString()).hasSize(PeerId.TEXT_LENGTH).startsWith("id");
    assertThat(PeerId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id",
        "idrAta9tLVKFCVMECJb62aQXbEBYB",
        "idrAta9tLVKFCVMECJb62aQXbEBYBoo",
        "idrAta9tLVKFCVMECJb62aQXbEBYB0",
        "idrAta9tLVKFCVMECJb62aQXbEBYBé",
        "111111111111111111111111111111",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
        "KT1Ata9tLVKFCVMECJb62aQXbEBYBo"
      })
  void refuses_what_is_no_peer_id(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerId.parse(text))
        .withMessageContaining("peer id");
  }

  @Test
  void notices_every_single_mistyped_character() {
    for (int i = 0; i < TEXT.length(); i++) {
      char wrong = TEXT.charAt(i) == 'x' ? 'y' : 'x';
      String mistyped = TEXT.substring(0, i) + wrong + TEXT.substring(i + 1);
      assertThatIllegalArgumentException().isThrownBy(() -> PeerId.parse(mistyped));
    }
  }

  @Test
  void is_ordered_by_its_bytes_unsigned() {
    byte[] high = new byte[PeerId.LENGTH];
    high[0] = (byte) 0x80;
    byte[] low = new byte[PeerId.LENGTH];
    low[0] = 0x7f;
    assertThat(PeerId.of(high)).isGreaterThan(PeerId.of(low));
    assertThat(PeerId.of(high)).isNotEqualTo(PeerId.of(low));
  }

  @Test
  void refuses_other_lengths() {
    assertThatIllegalArgumentException().isThrownBy(() -> PeerId.of(new byte[15]));
  }
}
