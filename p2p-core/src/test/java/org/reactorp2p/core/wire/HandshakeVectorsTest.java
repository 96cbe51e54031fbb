/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.core.model.NackMotive;

/** Everything Octez says before it says yes, as it says it, and what it refuses to hear. */
class HandshakeVectorsTest {

  static Stream<JsonNode> networkVersions() {
    return Vectors.of("network_version");
  }

  @ParameterizedTest
  @MethodSource("networkVersions")
  void network_versions_are_written_and_read_as_octez_does(JsonNode vector) {
    both(
        NetworkVersionCodec.INSTANCE,
        Vectors.version(vector.path("value")),
        Vectors.bytes(vector, "hex"));
  }

  static Stream<JsonNode> connectionMessages() {
    return Vectors.of("connection_message");
  }

  @ParameterizedTest
  @MethodSource("connectionMessages")
  void connection_messages_are_written_and_read_as_octez_does(JsonNode vector) {
    ConnectionMessage message = Vectors.connectionMessage(vector.path("value"));
    both(ConnectionMessage.CODEC, message, Vectors.bytes(vector, "payload"));
    assertThat(message.toFrame()).isEqualTo(Vectors.bytes(vector, "framed"));
    assertThat(ConnectionMessage.ofFrame(Vectors.bytes(vector, "framed"))).isEqualTo(message);
  }

  static Stream<JsonNode> connectionMessageDecodings() {
    return Vectors.of("connection_message_decoding");
  }

  @ParameterizedTest
  @MethodSource("connectionMessageDecodings")
  void connection_messages_are_accepted_and_refused_as_octez_does(JsonNode vector) {
    verdict(ConnectionMessage.CODEC, vector, "payload")
        .ifAccepted(it -> Vectors.connectionMessage(vector.path("decoded")));
  }

  static Stream<JsonNode> metadata() {
    return Vectors.of("connection_metadata");
  }

  @ParameterizedTest
  @MethodSource("metadata")
  void metadata_are_written_and_read_as_octez_does(JsonNode vector) {
    both(MetadataCodec.OCTEZ, Vectors.metadata(vector), Vectors.bytes(vector, "hex"));
  }

  static Stream<JsonNode> metadataDecodings() {
    return Vectors.of("connection_metadata_decoding");
  }

  @ParameterizedTest
  @MethodSource("metadataDecodings")
  void metadata_are_accepted_and_refused_as_octez_does(JsonNode vector) {
    verdict(MetadataCodec.OCTEZ, vector, "hex")
        .ifAccepted(it -> Vectors.metadata(vector.path("decoded")));
  }

  static Stream<JsonNode> acks() {
    return Vectors.of("ack");
  }

  @ParameterizedTest
  @MethodSource("acks")
  void acks_are_written_and_read_as_octez_does(JsonNode vector) {
    both(Ack.CODEC, ack(vector.path("value")), Vectors.bytes(vector, "hex"));
  }

  static Stream<JsonNode> nacksWithManyPoints() {
    return Vectors.of("nack_many_points");
  }

  @ParameterizedTest
  @MethodSource("nacksWithManyPoints")
  void a_nack_carries_up_to_a_hundred_points(JsonNode vector) {
    byte[] bytes = Vectors.bytes(vector, "hex");
    Ack.Nack nack = (Ack.Nack) Ack.CODEC.ofBytes(bytes);
    assertThat(nack.motive()).isEqualTo(NackMotive.TOO_MANY_CONNECTIONS);
    assertThat(nack.points()).hasSize(vector.path("points").asInt()).doesNotHaveDuplicates();
    assertThat(Ack.CODEC.toBytes(nack)).isEqualTo(bytes);
  }

  static Stream<JsonNode> ackDecodings() {
    return Vectors.of("ack_decoding");
  }

  @ParameterizedTest
  @MethodSource("ackDecodings")
  void acks_are_accepted_and_refused_as_octez_does(JsonNode vector) {
    verdict(Ack.CODEC, vector, "hex").ifAccepted(it -> ack(vector.path("decoded")));
  }

  private static Ack ack(JsonNode value) {
    return switch (Vectors.text(value, "kind")) {
      case "Ack" -> new Ack.Accept();
      case "Nack_v_0" -> new Ack.NackV0();
      default -> new Ack.Nack(new NackMotive(value.path("motive").asInt()), Vectors.points(value));
    };
  }

  private static <T> void both(Codec<T> codec, T value, byte[] bytes) {
    assertThat(codec.toBytes(value)).isEqualTo(bytes);
    assertThat(codec.ofBytes(bytes)).isEqualTo(value);
  }

  private static <T> Verdict<T> verdict(Codec<T> codec, JsonNode vector, String field) {
    byte[] bytes = Vectors.bytes(vector, field);
    if (vector.path("accepted").asBoolean()) {
      return new Verdict<>(List.of(codec.ofBytes(bytes)));
    }
    var refused = catchThrowableOfType(MalformedException.class, () -> codec.ofBytes(bytes));
    assertThat(refused.flaw()).isEqualTo(Vectors.flaw(Vectors.text(vector, "error")));
    return new Verdict<>(List.of());
  }

  /** One value if it was accepted, none if it was refused for the reason Octez gives. */
  private record Verdict<T>(List<T> accepted) {
    void ifAccepted(Function<T, T> expected) {
      accepted.forEach(value -> assertThat(value).isEqualTo(expected.apply(value)));
    }
  }
}
