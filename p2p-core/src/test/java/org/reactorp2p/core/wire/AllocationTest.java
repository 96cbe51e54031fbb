/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What the hot path and hostile claims may cost in memory, measured by the JVM. */
class AllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int ROUNDS = 20_000;
  private static final int BODY = 32;

  /** RawMessage: header 12, tag 4, reference 4, padded; array: header 16 and body. */
  private static final int MESSAGE_OBJECT = 24 + 16 + BODY;

  private final PeerMessageCodec<RawMessage> codec =
      new PeerMessageCodec<>(RawMessage.codec(1 << 20), WireLimits.DEFAULT);

  private final RawMessage message = new RawMessage(0x21, new byte[BODY]);
  private long received;

  @Test
  void a_small_message_costs_itself_and_at_most_64_bytes_to_receive() {
    byte[] encoded = codec.encode(new PeerMessage.Application<>(message)).toBytes();
    var assembler = new MessageAssembler<>(codec);
    MessageAssembler.Sink<RawMessage> sink = (received, length) -> this.received += length;
    long perMessage = perRound(() -> assembler.feed(encoded, 0, encoded.length, sink));
    assertThat(perMessage).isLessThanOrEqualTo(MESSAGE_OBJECT + 64);
    assertThat(received).isPositive();
  }

  @Test
  void a_small_message_costs_nothing_to_encode_into_a_frame_of_the_callers() {
    var frame = new byte[200];
    var out = new WireWriter(0);
    long perMessage =
        perRound(
            () -> {
              codec.encodeApplication(message, out.over(frame, 18, frame.length, 1 << 20));
              FrameCodec.putSealedLength(frame, 0, out.length());
            });
    assertThat(out.spilled()).isFalse();
    assertThat(perMessage).isZero();
  }

  @Test
  void a_frame_in_one_chunk_costs_nothing_to_find() {
    byte[] chunk = new byte[2 * 102];
    FrameCodec.putPayloadLength(chunk, 0, 100);
    FrameCodec.putPayloadLength(chunk, 102, 100);
    var frames = FrameAssembler.sealed();
    long perChunk =
        perRound(
            () -> {
              for (int at = 0; at < chunk.length; frames.next()) {
                at = frames.feed(chunk, at, chunk.length);
              }
            });
    assertThat(perChunk).isZero();
  }

  @Test
  void M_01_a_claim_of_a_hundred_mebibytes_costs_less_than_a_kibibyte() {
    byte[] claim = {0x06, 0x3f, -1, -4, 0, 0x20, 0x06};
    var claims = new PeerMessageCodec<>(Vectors.APPLICATION, WireLimits.DEFAULT);
    long perClaim =
        perRound(() -> new MessageAssembler<>(claims).feed(claim, 0, claim.length, (m, n) -> {}));
    assertThat(perClaim).isLessThan(1_024);
  }

  @Test
  void F_07_a_frame_that_claims_65535_costs_less_than_a_kibibyte() {
    byte[] claim = {-1, -1, 1, 2, 3};
    long perClaim = perRound(() -> FrameAssembler.sealed().feed(claim, 0, claim.length));
    assertThat(perClaim).isLessThan(1_024);
  }

  @Test
  void F_06_byte_by_byte_a_message_costs_a_few_times_its_length() {
    byte[] encoded =
        codec
            .encode(new PeerMessage.Application<>(new RawMessage(0x21, new byte[1 << 18])))
            .toBytes();
    var assembler = new MessageAssembler<>(codec);
    MessageAssembler.Sink<RawMessage> sink = (received, length) -> this.received += length;
    long before = allocated();
    for (int i = 0; i < encoded.length; i++) {
      assembler.feed(encoded, i, 1, sink);
    }
    assertThat(allocated() - before).isLessThan(4L * encoded.length + 65_536);
  }

  /** Bytes allocated per round, once everything is compiled; small noise of the JVM rounds away. */
  private static long perRound(Runnable round) {
    for (int i = 0; i < ROUNDS; i++) {
      round.run();
    }
    long before = allocated();
    for (int i = 0; i < ROUNDS; i++) {
      round.run();
    }
    return (allocated() - before) / ROUNDS;
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
