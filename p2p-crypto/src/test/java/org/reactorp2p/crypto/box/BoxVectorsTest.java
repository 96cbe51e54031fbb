/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.crypto.Vectors;

/** Every box of this JVM against what others published. */
class BoxVectorsTest {
  static Stream<Box> boxes() {
    return Boxes.available().stream();
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void seals_and_opens_what_octez_sealed(Box box) {
    List<JsonNode> vectors = Vectors.octez("crypto_box");
    for (JsonNode vector : vectors) {
      byte[] sealed = joined(vector, "tag", "ciphertext");
      try (BoxKey key = BoxKey.ofPrecomputed(Vectors.bytes(vector, "precomputed_key"))) {
        check(box, key, Vectors.bytes(vector, "nonce"), Vectors.bytes(vector, "plaintext"), sealed);
      }
    }
  }

  /** From tests/box.c of the NaCl distribution, with the shared secret of its two keys. */
  @ParameterizedTest
  @MethodSource("boxes")
  void seals_and_opens_the_published_vector_of_nacl(Box box) {
    byte[] secret = Vectors.hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    byte[] nonce = Vectors.hex("69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37");
    byte[] plain =
        Vectors.hex(
            "be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffc"
                + "e5ecbaaf33bd751a1ac728d45e6c61296cdc3c01233561f41db66cce314adb31"
                + "0e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde"
                + "048977eb48f59ffd4924ca1c60902e52f0a089bc76897040e082f93776384864"
                + "5e0705");
    byte[] sealed =
        Vectors.hex(
            "f3ffc7703f9400e52a7dfb4b3d3305d9"
                + "8e993b9f48681273c29650ba32fc76ce48332ea7164d96a4476fb8c531a1186a"
                + "c0dfc17c98dce87b4da7f011ec48c97271d2c20f9b928fe2270d6fb863d51738"
                + "b48eeee314a7cc8ab932164548e526ae90224368517acfeabd6bb3732bc0e9da"
                + "99832b61ca01b6de56244a9e88d5f9b37973f622a43d14a6599b1f654cb45a74"
                + "e355a5");
    try (BoxKey key = BoxKey.ofSharedSecret(secret)) {
      check(box, key, nonce, plain, sealed);
    }
  }

  private static void check(Box box, BoxKey key, byte[] nonce, byte[] plain, byte[] sealed) {
    byte[] buf = new byte[BoxCipher.TAG_LENGTH + plain.length];
    System.arraycopy(plain, 0, buf, BoxCipher.TAG_LENGTH, plain.length);
    try (BoxCipher cipher = box.cipher(key)) {
      cipher.seal(nonce, buf, 0, plain.length);
      assertThat(hex(buf)).isEqualTo(hex(sealed));
      assertThat(cipher.open(nonce, buf, 0, buf.length)).isTrue();
      assertThat(hex(buf).substring(2 * BoxCipher.TAG_LENGTH)).isEqualTo(hex(plain));
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] joined(JsonNode vector, String first, String second) {
    return Vectors.hex(vector.required(first).asText() + vector.required(second).asText());
  }
}
