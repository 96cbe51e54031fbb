/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.core.wire.FrameAssembler;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;
import org.reactorp2p.crypto.box.Boxes;

/** The crypto case of the original's {@code src/lib_p2p/test/test_p2p_socket.ml}. */
@Tag("original")
class OriginalAckTest {

  private static final byte[] ZERO_NONCE = new byte[BoxCipher.NONCE_LENGTH];

  static Stream<Box> boxes() {
    return Boxes.available().stream();
  }

  /** Sealed, laid out as a frame, found again in the stream, and opened: the lengths must agree. */
  @ParameterizedTest
  @MethodSource("boxes")
  @DisplayName("test_p2p_socket.ml: ACK")
  void ack(Box box) {
    long seed = Long.getLong("p2p.seed", 20_261_123L);
    Random random = new Random(seed);
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    try (BoxKey key = BoxKey.ofSharedSecret(secret);
        BoxCipher cipher = box.cipher(key)) {
      for (int length : new int[] {0, 1, 16, 255, 65_517}) {
        byte[] message = new byte[length];
        random.nextBytes(message);
        byte[] wire = new byte[FrameCodec.OVERHEAD + length];
        FrameCodec.layOut(message, 0, length, wire, 0);
        cipher.seal(ZERO_NONCE, wire, FrameCodec.HEADER_LENGTH, length);

        FrameAssembler pipe = FrameAssembler.sealed();
        assertThat(pipe.feed(wire, 0, wire.length)).isEqualTo(wire.length);
        assertThat(pipe.length()).isEqualTo(length + FrameCodec.TAG_LENGTH);
        assertThat(cipher.open(ZERO_NONCE, pipe.array(), pipe.offset(), pipe.length())).isTrue();
        int start = pipe.offset() + FrameCodec.TAG_LENGTH;
        assertThat(Arrays.copyOfRange(pipe.array(), start, start + length))
            .as("seed %d", seed)
            .isEqualTo(message);
      }
    }
  }
}
