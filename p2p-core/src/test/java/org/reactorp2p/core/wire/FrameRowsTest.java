/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows F of the hostile world, as far as frames alone can show them. */
class FrameRowsTest {

  @Test
  void F_02_lengths_below_sixteen_are_refused_before_any_crypto() {
    for (int length = 0; length < 16; length++) {
      byte[] header = {0, (byte) length};
      var frames = FrameAssembler.sealed();
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> frames.feed(header, 0, 2))
          .extracting(MalformedException::flaw)
          .isEqualTo(Flaw.FRAME_TOO_SHORT);
      assertThat(frames.isComplete()).isFalse();
      assertThat(frames.reservedBytes()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 32_767, 32_768, 32_769, 65_533, 65_534, 65_535})
  void F_03_boundary_lengths_are_unsigned_and_read(int payloadLength) {
    byte[] payload = Seeded.bytes(new SplittableRandom(payloadLength), payloadLength);
    byte[] wire = frame(payload);
    assertThat(cutAndJoined(wire, wire.length)).containsExactly(payload);
    assertThat(cutAndJoined(wire, 1)).containsExactly(payload);
    assertThat(cutAndJoined(wire, 16_384)).containsExactly(payload);
  }

  @Test
  void F_03_no_frame_above_65533_is_ever_written() {
    var out = new byte[70_000];
    assertThat(FrameCodec.layOut(out, 0, 65_517, out, 0)).isEqualTo(65_535);
    assertThat(FrameCodec.payloadLength(out, 0)).isEqualTo(65_533);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrameCodec.putSealedLength(out, 0, 65_518));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrameCodec.layOut(out, 0, 65_518, out, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new WireLimits(65_536, 100, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new WireLimits(18, 100, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_517, 65_518, 65_519})
  void F_04_contents_up_to_65519_are_read(int contentLength) {
    byte[] body = Seeded.bytes(new SplittableRandom(contentLength), contentLength - 6);
    byte[] message =
        new WireWriter(contentLength).i32(contentLength - 4).u16(0x21).bytes(body).toBytes();
    var feeder = new Feeder(codec(WireLimits.DEFAULT)).feed(message);
    assertThat(feeder.messages())
        .containsExactly(new PeerMessage.Application<>(new RawMessage(0x21, body)));
    assertThat(feeder.lengths()).containsExactly(contentLength);
  }

  @Test
  void F_04_a_content_of_65517_goes_out_as_one_frame_and_one_byte_more_as_two() {
    assertThat(WireLimits.DEFAULT.frames(65_517)).isEqualTo(1);
    assertThat(WireLimits.DEFAULT.frames(65_518)).isEqualTo(2);
    byte[] body = Seeded.bytes(new SplittableRandom(4), 65_511);
    PeerMessageCodec<RawMessage> codec = codec(WireLimits.DEFAULT);
    EncodedMessage encoded =
        codec.encode(new PeerMessage.Application<>(new RawMessage(0x21, body)));
    var out = new byte[65_535];
    assertThat(encoded.layOutFrame(0, WireLimits.DEFAULT, out, 0)).isEqualTo(65_535);
    var feeder = new Feeder(codec).feed(out, 18, 65_517);
    assertThat(feeder.messages())
        .containsExactly(new PeerMessage.Application<>(new RawMessage(0x21, body)));
  }

  @Test
  void F_05_the_sixteenth_empty_frame_in_a_row_ends_it() {
    var feeder = new Feeder(codec(WireLimits.DEFAULT));
    for (int i = 0; i < 15; i++) {
      feeder.feed();
    }
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(feeder::feed)
        .extracting(MalformedException::flaw)
        .isEqualTo(Flaw.EMPTY_FRAMES);
  }

  @Test
  void F_05_a_byte_between_makes_the_count_begin_again() {
    var feeder = new Feeder(codec(WireLimits.DEFAULT));
    for (byte next : new byte[] {0, 0, 0, 2, 0, 2}) {
      for (int i = 0; i < 15; i++) {
        feeder.feed();
      }
      feeder.feed(next);
    }
    assertThat(feeder.messages()).containsExactly(new PeerMessage.Bootstrap<>());
  }

  @Test
  void F_06_frames_are_the_same_however_the_bytes_are_cut() {
    Seeded.times(
        200,
        random -> {
          var payloads = new ArrayList<byte[]>();
          var wire = new WireWriter(2_000_000);
          for (int i = 0; i < 10; i++) {
            int length = 16 + Seeded.logUniform(random, 65_519);
            byte[] payload = Seeded.bytes(random, length);
            payloads.add(payload);
            wire.bytes(frame(payload));
          }
          int longest = Seeded.logUniform(random, 100_000);
          List<byte[]> joined = cutAndJoined(wire.toBytes(), random, longest);
          assertThat(joined).containsExactlyElementsOf(payloads);
        });
  }

  @Test
  void F_07_a_claim_of_65535_and_three_bytes_hold_no_more_than_256() {
    var frames = FrameAssembler.sealed();
    assertThat(frames.feed(new byte[] {-1, -1, 1, 2, 3}, 0, 5)).isEqualTo(5);
    assertThat(frames.isComplete()).isFalse();
    assertThat(frames.reservedBytes()).isLessThanOrEqualTo(256);
  }

  @Test
  void F_07_an_assembler_between_frames_gives_its_buffer_back() {
    byte[] wire = frame(new byte[1_000]);
    var frames = FrameAssembler.sealed();
    for (int round = 0; round < 2; round++) {
      int at = frames.feed(wire, 0, 500);
      frames.feed(wire, at, wire.length);
      frames.next();
    }
    frames.feed(wire, 0, wire.length);
    frames.next();
    assertThat(frames.reservedBytes()).isZero();
    assertThat(frames.isBetweenFrames()).isTrue();
  }

  @Test
  void F_08_many_frames_in_one_segment_are_found_where_they_lie() {
    var wire = new WireWriter(1_000);
    for (int i = 0; i < 20; i++) {
      byte[] payload = new byte[16 + i];
      Arrays.fill(payload, (byte) i);
      wire.bytes(frame(payload));
    }
    List<byte[]> joined = cutAndJoined(wire.toBytes(), wire.length());
    assertThat(joined).hasSize(20);
    assertThat(joined.get(19)).hasSize(35).containsOnly(19);
  }

  @Test
  void F_08_two_messages_in_a_frame_and_a_boundary_in_mid_frame_are_read() {
    var wire = new WireWriter(100);
    PeerMessageCodec<RawMessage> codec = codec(WireLimits.DEFAULT);
    codec.encode(new PeerMessage.Bootstrap<>(), wire);
    codec.encode(new PeerMessage.Application<>(new RawMessage(0x21, new byte[] {7})), wire);
    codec.encode(new PeerMessage.Disconnect<>(), wire);
    byte[] bytes = wire.toBytes();
    var feeder = new Feeder(codec).feed(bytes, 0, 15);
    assertThat(feeder.messages()).hasSize(2);
    assertThat(feeder.assembler().partialLength()).isEqualTo(2);
    feeder.feed(bytes, 15, 4);
    assertThat(feeder.messages())
        .containsExactly(
            new PeerMessage.Bootstrap<>(),
            new PeerMessage.Application<>(new RawMessage(0x21, new byte[] {7})),
            new PeerMessage.Disconnect<>());
    assertThat(feeder.lengths()).containsExactly(6, 7, 6);
    assertThat(feeder.assembler().partialLength()).isZero();
  }

  private static PeerMessageCodec<RawMessage> codec(WireLimits limits) {
    return new PeerMessageCodec<>(Vectors.APPLICATION, limits);
  }

  private static byte[] frame(byte[] payload) {
    return new WireWriter(70_000).u16(payload.length).bytes(payload).toBytes();
  }

  private static List<byte[]> cutAndJoined(byte[] wire, int chunk) {
    var frames = FrameAssembler.sealed();
    var found = new ArrayList<byte[]>();
    for (int from = 0; from < wire.length; from += chunk) {
      collect(frames, Arrays.copyOfRange(wire, from, Math.min(wire.length, from + chunk)), found);
    }
    assertThat(frames.isBetweenFrames()).isTrue();
    return found;
  }

  private static List<byte[]> cutAndJoined(byte[] wire, SplittableRandom random, int longest) {
    var frames = FrameAssembler.sealed();
    var found = new ArrayList<byte[]>();
    for (int from = 0, to; from < wire.length; from = to) {
      to = Math.min(wire.length, from + random.nextInt(longest + 1));
      collect(frames, Arrays.copyOfRange(wire, from, to), found);
    }
    return found;
  }

  private static void collect(FrameAssembler frames, byte[] chunk, List<byte[]> found) {
    int at = 0;
    while (at < chunk.length) {
      at = frames.feed(chunk, at, chunk.length);
      if (frames.isComplete()) {
        int end = frames.offset() + frames.length();
        byte[] payload = Arrays.copyOfRange(frames.array(), frames.offset(), end);
        Arrays.fill(frames.array(), frames.offset(), end, (byte) 0xee); // opened in place
        found.add(payload);
        frames.next();
      }
    }
  }
}
