/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row M-11: an application whose codec misbehaves hurts only its own call or its own peer. */
class ApplicationCodecTest {

  /** A codec of one tag whose two halves are whatever a test wants. */
  private record Fragile(
      int tag,
      BiConsumer<String, WireWriter> encoder,
      BiFunction<Integer, WireReader, String> decoder)
      implements MessageCodec<String> {

    @Override
    public int tag(String message) {
      return tag;
    }

    @Override
    public boolean knows(int other) {
      return other == 0x42;
    }

    @Override
    public int maxBodyLength(int known) {
      return 100;
    }

    @Override
    public void encodeBody(String message, WireWriter out) {
      encoder.accept(message, out);
    }

    @Override
    public String decodeBody(int known, WireReader body) {
      return decoder.apply(known, body);
    }
  }

  private static PeerMessageCodec<String> encoding(
      int tag, BiConsumer<String, WireWriter> encoder) {
    return new PeerMessageCodec<>(
        new Fragile(tag, encoder, (known, body) -> "never"), WireLimits.DEFAULT);
  }

  private static PeerMessageCodec<String> decoding(
      BiFunction<Integer, WireReader, String> decoder) {
    return new PeerMessageCodec<>(
        new Fragile(0x42, (message, out) -> {}, decoder), WireLimits.DEFAULT);
  }

  @Test
  void M_11_an_encoder_that_throws_is_a_local_error() {
    var codec =
        encoding(
            0x42,
            (message, out) -> {
              throw new IllegalStateException("bug");
            });
    assertThatExceptionOfType(UnencodableException.class)
        .isThrownBy(() -> codec.encode(new PeerMessage.Application<>("x")))
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void M_11_an_encoder_without_end_is_a_local_error() {
    var deep = encoding(0x42, ApplicationCodecTest::recurse);
    assertThatExceptionOfType(UnencodableException.class)
        .isThrownBy(() -> deep.encode(new PeerMessage.Application<>("x")))
        .withCauseInstanceOf(StackOverflowError.class);
  }

  private static void recurse(String message, WireWriter out) {
    recurse(message + "", out);
    out.u8(0);
  }

  @Test
  void M_11_an_encoder_over_its_tags_maximum_is_a_local_error() {
    var codec = encoding(0x42, (message, out) -> out.bytes(new byte[101]));
    assertThatExceptionOfType(UnencodableException.class)
        .isThrownBy(() -> codec.encode(new PeerMessage.Application<>("x")));
    var fits = encoding(0x42, (message, out) -> out.bytes(new byte[100]));
    assertThat(fits.encode(new PeerMessage.Application<>("x")).length()).isEqualTo(106);
  }

  @Test
  void M_11_an_encoder_over_the_cap_is_stopped_at_the_cap() {
    var limits = WireLimits.DEFAULT.withMaxMessageLength(1_000);
    var codec = new PeerMessageCodec<>(RawMessage.codec(1_000_000), limits);
    var over = new PeerMessage.Application<>(new RawMessage(0x10, new byte[995]));
    assertThatExceptionOfType(UnencodableException.class).isThrownBy(() -> codec.encode(over));
    var fits = new PeerMessage.Application<>(new RawMessage(0x10, new byte[994]));
    assertThat(codec.encode(fits).length()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 5, 15, 0x43, 0x10000})
  void M_11_a_tag_that_is_not_the_codecs_own_is_a_local_error(int tag) {
    var codec = encoding(tag, (message, out) -> {});
    assertThatExceptionOfType(UnencodableException.class)
        .isThrownBy(() -> codec.encode(new PeerMessage.Application<>("x")));
  }

  @Test
  void M_11_a_decoder_that_throws_anything_is_malformed_with_the_offset() {
    var codec =
        decoding(
            (tag, body) -> {
              body.u8();
              throw new ClassCastException("bug");
            });
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> codec.decode(hex("000000040042aabb")))
        .withCauseInstanceOf(ClassCastException.class)
        .matches(e -> e.flaw() == Flaw.INVALID_VALUE && e.offset() == 7);
  }

  @Test
  void M_11_a_decoder_without_end_is_malformed() {
    var codec = decoding(ApplicationCodecTest::recurse);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> codec.decode(hex("000000020042")))
        .withCauseInstanceOf(StackOverflowError.class);
  }

  private static String recurse(int tag, WireReader body) {
    return recurse(tag, body) + tag;
  }

  @Test
  void M_11_a_decoder_that_reads_too_little_or_too_much_is_malformed() {
    byte[] two = hex("000000040042aabb");
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> decoding((tag, body) -> "" + body.u8()).decode(two))
        .matches(e -> e.flaw() == Flaw.EXTRA_BYTES && e.offset() == 7);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> decoding((tag, body) -> "" + body.i32()).decode(two))
        .matches(e -> e.flaw() == Flaw.NOT_ENOUGH_DATA && e.offset() == 6);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> decoding((tag, body) -> "" + body.bytes(-1).length).decode(two));
  }

  @Test
  void texts_are_utf_8_or_malformed() {
    var codec = new PeerMessageCodec<>(MessageCodec.text(0x10, 10), WireLimits.DEFAULT);
    String text = "h\u00e9\ud83d\ude00";
    EncodedMessage encoded = codec.encode(new PeerMessage.Application<>(text));
    assertThat(codec.decode(encoded.toBytes())).isEqualTo(new PeerMessage.Application<>(text));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> codec.decode(hex("00000007001000000001ff")))
        .matches(e -> e.flaw() == Flaw.INVALID_VALUE && e.offset() == 10);
    assertThatExceptionOfType(UnencodableException.class)
        .isThrownBy(() -> codec.encode(new PeerMessage.Application<>("01234567890")));
  }

  @Test
  void bytes_are_themselves() {
    var codec = new PeerMessageCodec<>(MessageCodec.bytes(0x11, 10), WireLimits.DEFAULT);
    byte[] encoded = codec.encode(new PeerMessage.Application<>(new byte[] {1, 2})).toBytes();
    assertThat(encoded).isEqualTo(hex("000000080011000000020102"));
    var message = (PeerMessage.Application<byte[]>) codec.decode(encoded);
    assertThat(message.message()).containsExactly(1, 2);
  }

  @Test
  void raw_tags_are_carried_as_their_shapes_say() {
    MessageCodec<RawMessage> codec =
        RawMessage.codec(Map.of(0x10, BodyShape.empty()), BodyShape.opaque(7));
    assertThat(codec.maxBodyLength(0x10)).isZero();
    assertThat(codec.maxBodyLength(0xffff)).isEqualTo(7);
    assertThat(codec.knows(0x0f)).isFalse();
    assertThat(codec.knows(0x10000)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new RawMessage(0x0f, new byte[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RawMessage.codec(Map.of(5, BodyShape.empty())));
    assertThatIllegalArgumentException().isThrownBy(() -> RawMessage.codec(104_857_595));
  }

  @Test
  void a_list_cut_short_is_malformed() {
    var codec = new PeerMessageCodec<>(Vectors.APPLICATION, WireLimits.DEFAULT);
    byte[] bytes =
        new WireWriter(100).i32(2 + 4 + 33).u16(0x11).i32(33).bytes(new byte[33]).toBytes();
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> codec.decode(bytes))
        .matches(e -> e.flaw() == Flaw.NOT_ENOUGH_DATA && e.offset() == 42);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
