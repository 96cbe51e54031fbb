/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;

/** What a real Octez v25.1 encoded, accepted and refused. */
final class Vectors {

  /** The application of the recordings: Ping, BigPing, Bytes, Raw. */
  static final MessageCodec<RawMessage> APPLICATION =
      RawMessage.codec(
          Map.of(
              0x10, BodyShape.empty(),
              0x11, BodyShape.listOf(32, 1_000_000),
              0x20, BodyShape.dynamic(104_857_590),
              0x21, BodyShape.opaque(104_857_594)));

  private static final JsonNode ALL = read();

  private Vectors() {}

  private static JsonNode read() {
    try (InputStream in = Vectors.class.getResourceAsStream("/octez/vectors.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode group(String name) {
    return ALL.path(name);
  }

  static Stream<JsonNode> of(String group) {
    JsonNode nodes = ALL.path(group);
    if (!nodes.isArray() || nodes.isEmpty()) {
      throw new AssertionError("no vectors in group " + group);
    }
    return StreamSupport.stream(nodes.spliterator(), false);
  }

  static byte[] bytes(JsonNode node, String field) {
    return HexFormat.of().parseHex(text(node, field));
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new AssertionError("no text " + field + " in " + node);
    }
    return value.asText();
  }

  static NetworkVersion version(JsonNode value) {
    return new NetworkVersion(
        ChainName.of(text(value, "chain_name")),
        value.path("distributed_db_version").asInt(),
        value.path("p2p_version").asInt());
  }

  static ConnectionMessage connectionMessage(JsonNode value) {
    int port = value.path("port").asInt();
    return new ConnectionMessage(
        port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
        PublicKey.of(bytes(value, "public_key")),
        ProofOfWorkStamp.of(bytes(value, "proof_of_work_stamp")),
        MessageNonce.of(bytes(value, "message_nonce")),
        version(value.path("version")));
  }

  static ConnectionMetadata metadata(JsonNode value) {
    return new ConnectionMetadata(
        value.path("disable_mempool").asBoolean(), value.path("private_node").asBoolean());
  }

  static List<Point> points(JsonNode value) {
    return StreamSupport.stream(value.path("points").spliterator(), false)
        .map(node -> Point.parse(node.asText()))
        .toList();
  }

  /** The flaw we name where Octez gives this reason. */
  static Flaw flaw(String octez) {
    if (octez.startsWith("Not enough data")) {
      return Flaw.NOT_ENOUGH_DATA;
    } else if (octez.startsWith("Extra bytes")) {
      return Flaw.EXTRA_BYTES;
    } else if (octez.startsWith("Unexpected tag")) {
      return Flaw.UNKNOWN_TAG;
    } else if (octez.startsWith("List length limit")) {
      return Flaw.LIST_TOO_LONG;
    } else if (octez.startsWith("Size limit")) {
      return Flaw.SIZE_LIMIT;
    } else if (octez.startsWith("Invalid int")) {
      return Flaw.INVALID_NUMBER;
    } else if (octez.startsWith("Exception raised in user function")) {
      return Flaw.INVALID_VALUE;
    }
    throw new AssertionError("an unheard-of reason: " + octez);
  }
}
