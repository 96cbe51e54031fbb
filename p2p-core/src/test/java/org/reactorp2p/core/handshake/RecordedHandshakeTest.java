/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;

/** Handshakes recorded from a real Octez: each side's bytes follow from the other's. */
class RecordedHandshakeTest {

  private static final String I2R = "initiator_to_responder";
  private static final String R2I = "responder_to_initiator";

  static Stream<Path> sessions() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(RecordedHandshakeTest.class.getResource("/octez/sessions"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void H_03_as_initiator_we_say_what_octez_said(Path session) throws IOException {
    JsonNode recording = new ObjectMapper().readTree(session.toFile());

    byte[] said =
        play(
            recording.get("initiator"), Direction.OUTBOUND, recording.get(I2R), recording.get(R2I));

    assertThat(said).isEqualTo(handshakeOf(recording.get(I2R)));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void H_03_as_responder_we_say_what_octez_said(Path session) throws IOException {
    JsonNode recording = new ObjectMapper().readTree(session.toFile());

    byte[] said =
        play(recording.get("responder"), Direction.INBOUND, recording.get(R2I), recording.get(I2R));

    assertThat(said).isEqualTo(handshakeOf(recording.get(R2I)));
  }

  private static byte[] play(JsonNode who, Direction direction, JsonNode ours, JsonNode theirs) {
    byte[] heard = hex(theirs.get("raw"));
    var said = new ByteArrayOutputStream();
    var nonce = hex(ours.at("/connection_message/decoded/message_nonce"));
    Turn turn = Greeting.open(party(who, direction), MessageNonce.of(nonce));
    int at = 0;
    while (true) {
      said.writeBytes(turn.frame());
      Conversation state = turn.next();
      if (state instanceof Conversation.Weighing weighing) {
        turn = weighing.decide(recorded(ours));
      } else if (state instanceof Conversation.Parting parting) {
        turn = parting.propose(((Ack.Nack) answer(ours)).points());
      } else if (state instanceof Conversation.Listening listening && at < heard.length) {
        int length = 2 + ((heard[at] & 0xff) << 8 | heard[at + 1] & 0xff);
        turn = listening.receive(Arrays.copyOfRange(heard, at, at + length));
        at += length;
      } else {
        return said.toByteArray();
      }
    }
  }

  /** What Octez decided for reasons that a recording does not show. */
  private static Decision recorded(JsonNode ours) {
    Ack answer = answer(ours);
    if (answer instanceof Ack.Nack nack) {
      return new Decision.Refuse(nack.motive(), nack.points());
    }
    return answer instanceof Ack.NackV0
        ? new Decision.Refuse(NackMotive.TOO_MANY_CONNECTIONS, List.of())
        : new Decision.Admit();
  }

  private static Ack answer(JsonNode ours) {
    return Ack.CODEC.ofBytes(hex(ours.at("/ack/plaintext")));
  }

  /** The first bytes of a direction: connection message, metadata, answer, as far as they go. */
  private static byte[] handshakeOf(JsonNode direction) {
    int length = direction.at("/connection_message/framed_length").asInt();
    for (JsonNode chunk : direction.get("chunks")) {
      if (chunk.get("index").asInt() < 2) {
        length += 2 + chunk.get("encrypted_length").asInt();
      }
    }
    return Arrays.copyOf(hex(direction.get("raw")), length);
  }

  private static Party party(JsonNode who, Direction direction) {
    JsonNode config = who.get("config");
    int port = config.get("advertised_port").asInt();
    var settings =
        new HandshakeConfig(
            port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
            ChainName.of(config.get("chain_name").asText()),
            numbers(config.get("distributed_db_versions")),
            numbers(config.get("p2p_versions")),
            Difficulty.of(config.get("proof_of_work_difficulty_required").asDouble()),
            new OwnMetadata<>(
                MetadataCodec.OCTEZ,
                new ConnectionMetadata(
                    config.get("disable_mempool").asBoolean(),
                    config.get("private_mode").asBoolean())),
            HandshakeConfig.DEFAULT_INBOUND_TIMEOUT,
            HandshakeConfig.DEFAULT_OUTBOUND_TIMEOUT);
    JsonNode identity = who.get("identity");
    var ours =
        Identity.of(
            SecretKey.of(hex(identity.get("secret_key"))),
            ProofOfWorkStamp.of(hex(identity.get("proof_of_work_stamp"))));
    return new Party(settings, ours, Admission.OPEN, direction, Parties.REMOTE, Optional.empty());
  }

  private static Set<Integer> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asInt)
        .collect(Collectors.toSet());
  }

  private static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.asText());
  }
}
