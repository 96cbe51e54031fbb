/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.crypto.Vectors.bytes;
import static org.reactorp2p.crypto.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.Vectors;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.SecretKey;

/** Whole chains from keys to bytes on the wire, as others have computed them. */
class WorkedExampleTest {
  private final TwoSides sides = TwoSides.ofTheWorkedExample();

  @Test
  void alice_and_bob_start_from_the_nonces_of_the_example() {
    Transcript transcript = Transcript.of(TwoSides.ALICE_FRAME, TwoSides.BOB_FRAME);
    assertThat(hex(transcript.firstNonceOf(Role.INITIATOR)))
        .isEqualTo("cb687440077ec0006d9c2c850e9d1750ef784397e8bac1d3");
    assertThat(hex(transcript.firstNonceOf(Role.RESPONDER)))
        .isEqualTo("59cbac1c2e5ff2b499e81977de27c6bb413d6c287799f9c2");
  }

  @Test
  void alice_sends_metadata_ack_and_bootstrap() {
    Sealer sealer = sides.alice().sealer();
    assertSealed(sealer, "0000", "57a8315962987733040b0f1c96113fd18de0");
    assertSealed(sealer, "00", "0b0cfe3c8c2f7d9901b178194662271226");
    assertSealed(sealer, "000000020002", "c1a74027c8a8f66ad26feb83ad3c4672c8391e6b826a");
  }

  @Test
  void bob_sends_metadata_ack_and_an_advertisement() {
    Sealer sealer = sides.bob().sealer();
    assertSealed(sealer, "0000", "2384f7ec2a43f8c4ed9b9e42696d1c425445");
    assertSealed(sealer, "00", "0df8fd383ba262a14f32169e27b3868364");
    assertSealed(
        sealer,
        "0000002a00030000000e3139322e302e322e313a39373332"
            + "000000125b323030313a6462383a3a315d3a39373332",
        "126d1f42cc44bf4a5707559cb3aae636b3ff08f958f2b5293e83a31d898c7572632ab4af6a3433de80d738d0"
            + "30cd26127ed4163cbc3426fe2b6c812ae333");
  }

  @Test
  void bob_may_refuse_instead() {
    Sealer sealer = sides.bob().sealer();
    TwoSides.sealed(sealer, hex("0000"));
    assertSealed(sealer, "01000200000000", "178a74a78c09a85ddda77db39093c80b6557acf2f28f64");
  }

  @Test
  void octez_boxes_are_sealed_and_opened_from_both_secret_keys() {
    for (JsonNode vector : Vectors.octez("crypto_box")) {
      byte[] box = concat(bytes(vector, "tag"), bytes(vector, "ciphertext"));
      byte[] plain = concat(new byte[BoxCipher.TAG_LENGTH], bytes(vector, "plaintext"));
      BoxCipher a = cipher(vector, "secret_key_a", "public_key_b");
      BoxCipher b = cipher(vector, "secret_key_b", "public_key_a");
      BoxCipher precomputed =
          Boxes.plain().cipher(BoxKey.ofPrecomputed(bytes(vector, "precomputed_key")));
      byte[] nonce = bytes(vector, "nonce");

      byte[] sealed = plain.clone();
      a.seal(nonce, sealed, 0, plain.length - BoxCipher.TAG_LENGTH);
      assertThat(sealed).isEqualTo(box);
      assertThat(b.open(nonce, sealed, 0, sealed.length)).isTrue();
      assertThat(textOf(sealed)).isEqualTo(textOf(plain));
      assertThat(precomputed.open(nonce, box, 0, box.length)).isTrue();
      assertThat(textOf(box)).isEqualTo(textOf(plain));
    }
  }

  private static BoxCipher cipher(JsonNode vector, String secretKey, String publicKey) {
    SecretKey mine = SecretKey.of(bytes(vector, secretKey));
    byte[] secret = mine.agree(PublicKey.of(bytes(vector, publicKey)));
    return Boxes.plain().cipher(BoxKey.ofSharedSecret(secret));
  }

  private static byte[] textOf(byte[] box) {
    return Arrays.copyOfRange(box, BoxCipher.TAG_LENGTH, box.length);
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static void assertSealed(Sealer sealer, String plaintext, String box) {
    assertThat(hex(TwoSides.sealed(sealer, hex(plaintext)))).isEqualTo(box);
  }
}
