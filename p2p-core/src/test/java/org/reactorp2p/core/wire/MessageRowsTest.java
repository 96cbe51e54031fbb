/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactorp2p.core.model.Point;

/** Rows M-01 to M-04 of the hostile world: claims, tags and lists. */
class MessageRowsTest {

  private static final PeerMessageCodec<RawMessage> CODEC =
      new PeerMessageCodec<>(Vectors.APPLICATION, WireLimits.DEFAULT);

  private static final String POINT = "0000000b3132372e302e302e313a31"; // 127.0.0.1:1

  @ParameterizedTest
  @CsvSource({
    "00000000, NOT_ENOUGH_DATA",
    "00000001, NOT_ENOUGH_DATA",
    "063ffffd, SIZE_LIMIT",
    "06400000, SIZE_LIMIT",
    "06400001, SIZE_LIMIT",
    "7fffffff, SIZE_LIMIT",
    "80000000, INVALID_NUMBER",
    "ffffffff, INVALID_NUMBER",
  })
  void M_01_a_bad_length_is_refused_at_its_fourth_byte(String hex, Flaw flaw) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    var feeder = new Feeder(CODEC).feed(bytes, 0, 3);
    var refused = catchThrowableOfType(MalformedException.class, () -> feeder.feed(bytes, 3, 1));
    assertThat(refused.flaw()).isEqualTo(flaw);
    assertThat(refused.offset()).isZero();
    assertThat(feeder.assembler().reservedBytes()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"00000002", "00000002 00", "063ffffc", "063ffffc 0021", "063ffffc 0020 00"})
  void M_01_a_legal_length_and_silence_cost_no_more_than_what_arrived(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    var feeder = new Feeder(CODEC).feed(bytes);
    assertThat(feeder.messages()).isEmpty();
    assertThat(feeder.assembler().partialLength()).isEqualTo(bytes.length);
    assertThat(feeder.assembler().reservedBytes()).isLessThanOrEqualTo(64);
  }

  @Test
  void M_01_a_lower_limit_of_our_own_is_kept() {
    var codec =
        new PeerMessageCodec<>(Vectors.APPLICATION, WireLimits.DEFAULT.withMaxMessageLength(1_000));
    assertThat(new Feeder(codec).feed(new byte[] {0, 0, 3, (byte) 0xe4}).messages()).isEmpty();
    refused(Flaw.SIZE_LIMIT, 0, () -> new Feeder(codec).feed(new byte[] {0, 0, 3, (byte) 0xe5}));
  }

  @ParameterizedTest
  @CsvSource({
    "05a00000 0001, EXTRA_BYTES", // Disconnect of 90 MiB
    "00000003 0001, EXTRA_BYTES",
    "00000003 0002, EXTRA_BYTES",
    "05a00000 0003, SIZE_LIMIT",
    "00000046 0004, SIZE_LIMIT",
    "05a00000 0005, SIZE_LIMIT",
    "00000003 0010, EXTRA_BYTES",
    "063ffffc 0011, SIZE_LIMIT",
  })
  void M_02_a_body_over_its_tags_maximum_is_refused_after_six_bytes(String hex, Flaw flaw) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    var feeder = new Feeder(CODEC).feed(bytes, 0, 5);
    refused(flaw, 0, () -> feeder.feed(bytes, 5, 1));
  }

  @Test
  void M_03_only_known_tags_pass_their_sixth_byte() {
    for (int tag = 0; tag <= 0xffff; tag++) {
      byte[] header = new WireWriter(6).i32(2 + 40).u16(tag).toBytes();
      var feeder = new Feeder(CODEC);
      Flaw flaw = null;
      try {
        feeder.feed(header);
      } catch (MalformedException e) {
        flaw = e.flaw();
      }
      assertThat(flaw)
          .as("tag %04x", tag)
          .isEqualTo(
              switch (tag) {
                case 1, 2, 0x10 -> Flaw.EXTRA_BYTES;
                case 3, 4, 5, 0x11, 0x20, 0x21 -> null;
                default -> Flaw.UNKNOWN_TAG;
              });
    }
  }

  @Test
  void M_03_random_bodies_under_every_tag_are_a_message_or_malformed() {
    Seeded.times(
        20,
        random -> {
          for (int tag = 0; tag < 0x60; tag++) {
            byte[] body = Seeded.bytes(random, random.nextInt(100));
            byte[] bytes = new WireWriter(200).i32(2 + body.length).u16(tag).bytes(body).toBytes();
            try {
              PeerMessage<RawMessage> message = CODEC.decode(bytes);
              assertThat(CODEC.encode(message).toBytes()).isEqualTo(bytes);
            } catch (MalformedException expected) {
              assertThat(expected.offset()).isBetween(0, bytes.length);
            }
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"000000030001", "000000030002", "000000030010", "00000008002000000000"})
  void M_03_a_trailing_byte_is_refused(String header) {
    int length = Integer.parseInt(header.substring(0, 8), 16);
    byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(header), 4 + length);
    refused(Flaw.EXTRA_BYTES, -1, () -> CODEC.decode(bytes));
  }

  @Test
  void M_04_a_hundred_points_of_the_greatest_length_are_read() {
    Point point = Point.parse("[1111:2222:3333:4444:5555:6666:7777:8888]:65535");
    var advertise = new PeerMessage.Advertise<RawMessage>(Collections.nCopies(100, point));
    byte[] bytes = CODEC.encode(advertise).toBytes();
    assertThat(bytes).hasSize(5_106);
    assertThat(new Feeder(CODEC).feed(bytes).messages()).containsExactly(advertise);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PeerMessage.Advertise<>(Collections.nCopies(101, point)));
  }

  @Test
  void M_04_the_hundred_and_first_point_is_refused_before_it_is_there() {
    byte[] bytes = HexFormat.of().parseHex("000017720003" + POINT.repeat(100));
    var feeder = new Feeder(CODEC).feed(bytes, 0, bytes.length - 1);
    assertThat(feeder.messages()).isEmpty();
    refused(Flaw.LIST_TOO_LONG, bytes.length, () -> feeder.feed((byte) '1'));
  }

  @Test
  void M_04_a_million_empty_strings_are_refused_by_their_claim() {
    byte[] bytes = HexFormat.of().parseHex("004000020003");
    refused(Flaw.SIZE_LIMIT, 0, () -> new Feeder(CODEC).feed(bytes));
    byte[] fewer = HexFormat.of().parseHex("000017720003" + "00000000");
    refused(Flaw.INVALID_VALUE, 10, () -> new Feeder(CODEC).feed(fewer));
  }

  @ParameterizedTest
  @CsvSource({
    "00000100 0003 00000030, SIZE_LIMIT, 6", // a point of 48 bytes
    "00000100 0003 80000000, INVALID_NUMBER, 6",
    "00000100 0003 0000000b3132372e302e302e313a31 00000030, SIZE_LIMIT, 21",
    "00000100 0003 0000000b3132372e302e302e313a78, INVALID_VALUE, 10",
    "00000009 0003 00000008, NOT_ENOUGH_DATA, 6",
    "00000005 0003, NOT_ENOUGH_DATA, 6",
    "00000024 0004 00000030, SIZE_LIMIT, 6",
    "00000024 0004 0000000b3132372e302e302e313a78, INVALID_VALUE, 10",
    "00000020 0004 0000000b3132372e302e302e313a31, NOT_ENOUGH_DATA, 21",
    "00000024 0005 0000000b3132372e302e302e313a31 00112233445566778899aabbccddeeff,"
        + " EXTRA_BYTES, 37",
  })
  void a_control_message_is_refused_where_it_goes_wrong(String hex, Flaw flaw, int offset) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    var atOnce = new Feeder(CODEC);
    refused(flaw, offset, () -> atOnce.feed(bytes));
    var byByte = new Feeder(CODEC);
    for (int i = 0; i < bytes.length - 1; i++) {
      byByte.feed(bytes[i]);
    }
    refused(flaw, offset, () -> byByte.feed(bytes[bytes.length - 1]));
  }

  @Test
  void an_advertise_is_not_refused_for_claiming_six_thousand_bytes_alone() {
    byte[] bytes = HexFormat.of().parseHex("000017700003" + POINT.repeat(99));
    var feeder = new Feeder(CODEC).feed(bytes);
    assertThat(feeder.assembler().partialLength()).isEqualTo(bytes.length);
  }

  @Test
  void a_good_message_in_front_of_a_bad_one_is_delivered() {
    byte[] bytes = HexFormat.of().parseHex("0000000200020000000200ff");
    var feeder = new Feeder(CODEC);
    refused(Flaw.UNKNOWN_TAG, 4, () -> feeder.feed(bytes));
    assertThat(feeder.messages()).containsExactly(new PeerMessage.Bootstrap<>());
  }

  @Test
  void the_first_failure_is_the_last() {
    var feeder = new Feeder(CODEC);
    refused(Flaw.UNKNOWN_TAG, 4, () -> feeder.feed(new byte[] {0, 0, 0, 2, 0, 9}));
    refused(Flaw.UNKNOWN_TAG, 4, () -> feeder.feed(new byte[] {0, 0, 0, 2, 0, 2}));
    assertThat(feeder.messages()).isEmpty();
  }

  @Test
  void an_assembler_whose_sink_threw_is_of_no_more_use() {
    var assembler = new MessageAssembler<>(CODEC);
    byte[] bootstrap = {0, 0, 0, 2, 0, 2};
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                assembler.feed(
                    bootstrap,
                    0,
                    6,
                    (message, length) -> {
                      throw new ArithmeticException();
                    }));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> assembler.feed(bootstrap, 0, 6, (message, length) -> {}));
  }

  @Test
  void M_12_messages_come_back_in_order_and_to_the_byte_through_any_frame_size() {
    Seeded.times(60, random -> throughFrames(random, 200, 1 << 18));
    Seeded.times(1_000, random -> throughFrames(random, 1_000, 64));
  }

  private static void throughFrames(SplittableRandom random, int count, int longest) {
    WireLimits limits = WireLimits.DEFAULT.withFrameSize(19 + random.nextInt(65_517));
    var codec = new PeerMessageCodec<>(RawMessage.codec(1 << 20), limits);
    var sent = new RawMessage[1];
    int[] got = new int[1];
    var assembler = new MessageAssembler<>(codec);
    var frame = new byte[limits.frameSize()];
    for (int i = 0; i < count; i++) {
      byte[] body = Seeded.bytes(random, Seeded.logUniform(random, longest));
      sent[0] = new RawMessage(0x10 + random.nextInt(0xfff0), body);
      EncodedMessage encoded = codec.encode(new PeerMessage.Application<>(sent[0]));
      for (int index = 0; index < limits.frames(encoded.length()); index++) {
        int length = encoded.layOutFrame(index, limits, frame, 0);
        assembler.feed(
            frame,
            FrameCodec.OVERHEAD,
            length - FrameCodec.OVERHEAD,
            (message, encodedLength) -> {
              if (!new PeerMessage.Application<>(sent[0]).equals(message)
                  || encodedLength != encoded.length()) {
                throw new AssertionError("another message: " + message);
              }
              got[0]++;
            });
      }
      if (got[0] != i + 1) {
        throw new AssertionError("message " + i + " did not arrive");
      }
    }
  }

  private static void refused(Flaw flaw, int offset, Runnable decode) {
    var refused = catchThrowableOfType(MalformedException.class, decode::run);
    assertThat(refused).isNotNull();
    assertThat(refused.flaw()).isEqualTo(flaw);
    if (offset >= 0) {
      assertThat(refused.offset()).isEqualTo(offset);
    }
  }
}
