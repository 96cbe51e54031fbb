/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.crypto.Vectors.bytes;
import static org.reactorp2p.crypto.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.Vectors;

class TranscriptTest {
  private static final long SEED = 24;
  private static final int HANDSHAKES = 1_000_000;

  /** Two clear frames that TezEdge publishes, and the nonces that follow from them. */
  private static final String SENT =
      "00874d1b98317bd6efad8352a7144c9eb0b218c9130e0a875973908ddc894b764ffc0d7f176cf800b978af9e"
          + "919bdc35122585168475096d0ebcaca1f2a1172412b91b363ff484d1c64c03417e0e755e696c386a0000"
          + "002d53414e44424f5845445f54455a4f535f414c5048414e45545f323031382d31312d33305431353a33"
          + "303a35365a00000000";

  private static final String RECEIVED =
      "00874d1ab3845960b32b039fef38ca5c9f8f867df1d522f27a83e07d9dfbe3b296a6c076412d98b369ab015d"
          + "57247e5380d708b9edfcca0ca2c865346ef9c3d7ed00182cf4f613a6303c9b2a28cda8ff93687bd20000"
          + "002d53414e44424f5845445f54455a4f535f414c5048414e45545f323031382d31312d33305431353a33"
          + "303a35365a00000000";

  @Test
  void gives_the_nonces_of_octez() {
    for (JsonNode vector : Vectors.octez("generate_nonces")) {
      Transcript transcript =
          Transcript.of(bytes(vector, "initiator_message"), bytes(vector, "responder_message"));
      JsonNode initiator =
          vector.path("initiator (incoming=false, sent=initiator, recv=responder)");
      JsonNode responder = vector.path("responder (incoming=true, sent=responder, recv=initiator)");
      assertThat(transcript.firstNonceOf(Role.INITIATOR))
          .isEqualTo(bytes(initiator, "local_nonce"))
          .isEqualTo(bytes(responder, "remote_nonce"));
      assertThat(transcript.firstNonceOf(Role.RESPONDER))
          .isEqualTo(bytes(responder, "local_nonce"))
          .isEqualTo(bytes(initiator, "remote_nonce"));
    }
  }

  @Test
  void gives_the_nonces_of_tezedge() {
    Transcript asInitiator = Transcript.of(hex(SENT), hex(RECEIVED));
    assertThat(hex(asInitiator.firstNonceOf(Role.INITIATOR)))
        .isEqualTo("8dde158c55cff52f4be9352787d333e616a67853640d72c5");
    assertThat(hex(asInitiator.firstNonceOf(Role.RESPONDER)))
        .isEqualTo("e67481a23cf9b404626a12bd405066e161b32dc53f469153");
    Transcript asResponder = Transcript.of(hex(RECEIVED), hex(SENT));
    assertThat(hex(asResponder.firstNonceOf(Role.RESPONDER)))
        .isEqualTo("ff0451d94af9f75a46d74a2a9f685cff20222a15829f121d");
    assertThat(hex(asResponder.firstNonceOf(Role.INITIATOR)))
        .isEqualTo("8a09a2c43a61aa6eccee084aa66da9bc94b441b17615be58");
  }

  @Test
  void copies_what_it_is_given() {
    byte[] frame = {1, 2, 3};
    Transcript transcript = Transcript.of(frame, frame);
    byte[] nonce = transcript.firstNonceOf(Role.INITIATOR);
    frame[0] = 9;
    assertThat(transcript.firstNonceOf(Role.INITIATOR)).isEqualTo(nonce);
  }

  @Test
  void H_09_with_one_honest_source_of_chance_no_nonce_comes_twice() {
    Random honest = new Random(SEED);
    byte[] constant = hex(SENT);
    byte[] fresh = hex(RECEIVED);
    byte[] nonce = new byte[24];
    long[] beginnings = new long[2 * HANDSHAKES];
    for (int i = 0; i < HANDSHAKES; i++) {
      honest.nextBytes(nonce);
      System.arraycopy(nonce, 0, fresh, 60, nonce.length);
      Transcript transcript = Transcript.of(constant, fresh);
      beginnings[2 * i] = beginning(transcript.firstNonceOf(Role.INITIATOR));
      beginnings[2 * i + 1] = beginning(transcript.firstNonceOf(Role.RESPONDER));
    }
    Arrays.sort(beginnings);
    for (int i = 1; i < beginnings.length; i++) {
      assertThat(beginnings[i] == beginnings[i - 1]).as("seed %d, place %d", SEED, i).isFalse();
    }
  }

  @Test
  void H_09_two_sides_without_chance_repeat_their_nonces_which_the_wire_cannot_prevent() {
    // The documented residual: a source that stands still is refused where it is drawn from.
    assertThat(Transcript.of(hex(SENT), hex(RECEIVED)).firstNonceOf(Role.INITIATOR))
        .isEqualTo(Transcript.of(hex(SENT), hex(RECEIVED)).firstNonceOf(Role.INITIATOR));
  }

  /** Eight bytes tell two million nonces apart: they meet by chance once in ten million runs. */
  private static long beginning(byte[] nonce) {
    return ByteBuffer.wrap(nonce).getLong();
  }
}
