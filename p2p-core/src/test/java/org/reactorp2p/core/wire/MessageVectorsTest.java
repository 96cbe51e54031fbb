/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.hash.Blake2b;
import org.reactorp2p.crypto.identity.PeerId;

class MessageVectorsTest {

  private static final PeerMessageCodec<RawMessage> CODEC =
      new PeerMessageCodec<>(Vectors.APPLICATION, WireLimits.DEFAULT);

  static Stream<JsonNode> messages() {
    return Vectors.of("p2p_message");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void messages_are_written_and_read_as_octez_does(JsonNode vector) {
    byte[] bytes = Vectors.bytes(vector, "hex");
    PeerMessage<RawMessage> message = CODEC.decode(bytes);
    assertMeans(message, vector.path("value"));
    assertThat(CODEC.encode(message).toBytes()).isEqualTo(bytes);
  }

  private static void assertMeans(PeerMessage<RawMessage> message, JsonNode value) {
    switch (Vectors.text(value, "kind")) {
      case "Disconnect" -> assertThat(message).isEqualTo(new PeerMessage.Disconnect<>());
      case "Bootstrap" -> assertThat(message).isEqualTo(new PeerMessage.Bootstrap<>());
      case "Advertise" ->
          assertThat(message).isEqualTo(new PeerMessage.Advertise<>(Vectors.points(value)));
      case "Swap_request" ->
          assertThat(message).isEqualTo(new PeerMessage.SwapRequest<>(point(value), peer(value)));
      case "Swap_ack" ->
          assertThat(message).isEqualTo(new PeerMessage.SwapAck<>(point(value), peer(value)));
      default -> assertMeans(((PeerMessage.Application<RawMessage>) message).message(), value);
    }
  }

  private static void assertMeans(RawMessage message, JsonNode value) {
    assertThat(message.tag()).isEqualTo(value.path("tag").asInt());
    WireReader body = WireReader.of(message.body());
    switch (Vectors.text(value, "title")) {
      case "BigPing" ->
          assertThat(body.dynamicBytes(10_000)).hasSize(32 * value.path("hashes").asInt());
      case "Bytes" -> assertContent(body.dynamicBytes(10_000), value);
      default -> assertContent(body.rest(), value);
    }
  }

  private static void assertContent(byte[] content, JsonNode value) {
    assertThat(content).hasSize(value.path("content_length").asInt());
    assertThat(Blake2b.hash(32, content)).isEqualTo(Vectors.bytes(value, "content_blake2b_256"));
  }

  private static Point point(JsonNode value) {
    return Point.parse(Vectors.text(value, "point"));
  }

  private static PeerId peer(JsonNode value) {
    return PeerId.parse(Vectors.text(value, "peer_id"));
  }

  static Stream<JsonNode> decodings() {
    return Vectors.of("p2p_message_decoding");
  }

  @ParameterizedTest
  @MethodSource("decodings")
  void messages_are_accepted_and_refused_as_octez_does(JsonNode vector) {
    byte[] bytes = Vectors.bytes(vector, "hex");
    if (vector.path("accepted").asBoolean()) {
      assertMeans(CODEC.decode(bytes), vector.path("decoded"));
      return;
    }
    var refused = catchThrowableOfType(MalformedException.class, () -> CODEC.decode(bytes));
    // Given the whole array, Octez first compares the claim with what is there.
    Flaw ours =
        Vectors.text(vector, "case").contains(">100MiB")
            ? Flaw.SIZE_LIMIT
            : Vectors.flaw(Vectors.text(vector, "error"));
    assertThat(refused.flaw()).isEqualTo(ours);
  }

  static Stream<JsonNode> incremental() {
    return Vectors.of("p2p_message_incremental_decoding");
  }

  @ParameterizedTest
  @MethodSource("incremental")
  void verdicts_on_incomplete_messages_are_those_of_octez(JsonNode vector) {
    byte[] bytes = Vectors.bytes(vector, "hex");
    String verdict = Vectors.text(vector, "verdict");
    var feeder = new Feeder(CODEC);
    if (verdict.equals("await")) {
      assertThat(feeder.feed(bytes).messages()).isEmpty();
      assertThat(feeder.assembler().partialLength()).isEqualTo(bytes.length);
    } else {
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> feeder.feed(bytes))
          .extracting(MalformedException::flaw)
          .isEqualTo(Vectors.flaw(verdict.substring("error: ".length())));
    }
  }

  @Test
  void constants_are_those_of_octez() {
    JsonNode constants = Vectors.group("constants");
    assertThat(FrameCodec.MAX_PAYLOAD)
        .isEqualTo(constants.path("max_chunk_on_wire_after_header (encrypted_length max)").asInt());
    assertThat(FrameCodec.TAG_LENGTH + WireLimits.MAX_FRAME_PLAINTEXT)
        .isEqualTo(constants.path("writer_max_encrypted_length").asInt());
    assertThat(WireLimits.MAX_FRAME_PLAINTEXT)
        .isEqualTo(constants.path("writer_max_plaintext_per_chunk (max_content_length)").asInt());
    assertThat(FrameCodec.TAG_LENGTH).isEqualTo(constants.path("tag_length").asInt());
    assertThat(FrameCodec.HEADER_LENGTH).isEqualTo(constants.path("header_length").asInt());
    assertThat(MessageNonce.LENGTH).isEqualTo(constants.path("nonce_size").asInt());
    assertThat(WireLimits.MAX_MESSAGE_LENGTH)
        .isEqualTo(constants.path("max_message_size_bytes").asInt());
  }

  @Test
  void worked_messages_of_the_reference_are_written_to_the_byte() {
    Point v4 = Point.parse("192.0.2.1:9732");
    Point v6 = Point.parse("[2001:db8::1]:9732");
    PeerId bob = PeerId.parse("idtmyrRaSJoGEDSNDzavFMF2igZMjG");
    written(new PeerMessage.Disconnect<>(), "000000020001");
    written(new PeerMessage.Bootstrap<>(), "000000020002");
    written(new PeerMessage.Advertise<>(List.of()), "000000020003");
    written(
        new PeerMessage.Advertise<>(List.of(v4, v6)),
        "0000002a00030000000e3139322e302e322e313a39373332"
            + "000000125b323030313a6462383a3a315d3a39373332");
    written(
        new PeerMessage.SwapRequest<>(v4, bob),
        "0000002400040000000e3139322e302e322e313a39373332f07c06dbad7c1523a86fd889685e86f1");
    written(
        new PeerMessage.SwapAck<>(v6, bob),
        "000000280005000000125b323030313a6462383a3a315d3a39373332"
            + "f07c06dbad7c1523a86fd889685e86f1");
  }

  private static void written(PeerMessage<RawMessage> message, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(CODEC.encode(message).toBytes()).isEqualTo(bytes);
    assertThat(CODEC.decode(bytes)).isEqualTo(message);
  }

  @Test
  void a_raw_message_of_the_main_chain_passes_opaquely() {
    var opaque = new PeerMessageCodec<>(RawMessage.codec(1_000), WireLimits.DEFAULT);
    byte[] bytes = HexFormat.of().parseHex("0000000600107a06a770");
    var message = new RawMessage(0x10, HexFormat.of().parseHex("7a06a770"));
    assertThat(opaque.decode(bytes)).isEqualTo(new PeerMessage.Application<>(message));
    assertThat(opaque.encode(new PeerMessage.Application<>(message)).toBytes()).isEqualTo(bytes);
  }

  @Test
  void the_text_of_octez_p2p_node_is_written_to_the_byte() {
    var codec = new PeerMessageCodec<>(MessageCodec.text(0x10, 1_000), WireLimits.DEFAULT);
    byte[] bytes = HexFormat.of().parseHex("000000080010000000026869");
    assertThat(codec.encode(new PeerMessage.Application<>("hi")).toBytes()).isEqualTo(bytes);
    assertThat(codec.decode(bytes)).isEqualTo(new PeerMessage.Application<>("hi"));
  }

  @Test
  void worked_nacks_of_the_reference_are_read() {
    byte[] refusal =
        HexFormat.of()
            .parseHex(
                "010001000000280000000e3139322e302e322e313a39373332"
                    + "000000125b323030313a6462383a3a315d3a39373332");
    assertThat(((Ack.Nack) Ack.CODEC.ofBytes(refusal)).points())
        .containsExactly(Point.parse("192.0.2.1:9732"), Point.parse("[2001:db8::1]:9732"));
  }
}
