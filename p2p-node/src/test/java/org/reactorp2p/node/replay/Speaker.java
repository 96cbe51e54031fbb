/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.hash.Blake2b;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.session.NonceSequence;
import org.reactorp2p.crypto.session.Transcript;

/** One side of a made-up session: says what it is told to, and keeps the record of it. */
final class Speaker {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int HEADER = 18;

  private final Role role;
  private final Cast cast;
  private final Identity identity;
  private final ConnectionMessage hello;
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
  private final ArrayNode chunks = JSON.arrayNode();
  private final ArrayNode messages = JSON.arrayNode();
  private final ObjectNode metadata = JSON.objectNode().putNull("plaintext").putNull("decoded");
  private final ObjectNode answer = JSON.objectNode().putNull("plaintext").putNull("decoded");

  private byte[] shared = new byte[0];
  private byte[] firstNonce = new byte[0];
  private byte[] nonce = new byte[0];
  private int stream;
  private int unread;
  private int tornBytes;

  Speaker(Role role, Cast cast) {
    this.role = role;
    this.cast = cast;
    this.identity = cast.identity();
    byte[] messageNonce = new byte[MessageNonce.LENGTH];
    Arrays.fill(messageNonce, (byte) (cast.number() + 100));
    this.hello =
        new ConnectionMessage(
            cast.port() == 0 ? OptionalInt.empty() : OptionalInt.of(cast.port()),
            identity.publicKey(),
            identity.stamp(),
            MessageNonce.of(messageNonce),
            new NetworkVersion(
                ChainName.of(cast.chain()),
                Collections.max(cast.ddb()),
                Collections.max(cast.p2p())));
    raw.writeBytes(hello.toFrame());
  }

  Cast cast() {
    return cast;
  }

  byte[] hello() {
    return hello.toFrame();
  }

  void meet(Cast other, Transcript transcript) {
    shared = identity.secretKey().agree(other.identity().publicKey());
    firstNonce = transcript.firstNonceOf(role.keyRole());
    nonce = firstNonce.clone();
  }

  /**
   * The precomputed key, which our classes hide: HSalsa20 of the shared secret, by another hand.
   */
  String key() {
    return hex(PrecomputedKey.of(shared));
  }

  String firstNonce() {
    return hex(firstNonce);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  int metadata() {
    var value = new ConnectionMetadata(cast.disableMempool().isSet(), cast.privateMode().isSet());
    byte[] plaintext = MetadataCodec.OCTEZ.toBytes(value);
    metadata.put("plaintext", hex(plaintext));
    metadata
        .putObject("decoded")
        .put("disable_mempool", value.disableMempool())
        .put("private_node", value.privateNode());
    return chunk(plaintext);
  }

  int answer(Ack value) {
    byte[] plaintext = Ack.CODEC.toBytes(value);
    answer.put("plaintext", hex(plaintext));
    ObjectNode decoded = answer.putObject("decoded");
    if (value instanceof Ack.Nack nack) {
      decoded.put("kind", "Nack").put("motive", nack.motive().code());
      decoded.put("motive_text", MOTIVES.get(nack.motive().code()));
      points(decoded, nack.points());
    } else {
      decoded.put("kind", value instanceof Ack.Accept ? "Ack" : "Nack_v_0");
    }
    return chunk(plaintext);
  }

  private static final List<String> MOTIVES =
      List.of(
          "No motive",
          "Too many connections",
          "Unknown chain name",
          "Running a deprecated p2p layer version",
          "Running a deprecated distributed db version",
          "Already connected/connecting");

  private static void points(ObjectNode decoded, List<Point> points) {
    ArrayNode list = decoded.putArray("points");
    points.forEach(point -> list.add(point.toString()));
  }

  int message(PeerMessage<RawMessage> message) {
    byte[] plaintext = Messages.codec(WireLimits.DEFAULT).encode(message).toBytes();
    messages
        .addObject()
        .put("plaintext_offset", stream)
        .put("length_prefix", plaintext.length - 4)
        .put("plaintext", hex(plaintext))
        .set("decoded", decoded(message));
    stream += plaintext.length;
    return cut(plaintext);
  }

  private static JsonNode decoded(PeerMessage<RawMessage> message) {
    ObjectNode decoded = JSON.objectNode();
    if (message instanceof PeerMessage.Application<RawMessage> application) {
      body(decoded.put("kind", "Message"), application.message());
    } else if (message instanceof PeerMessage.Advertise<RawMessage> advertise) {
      points(decoded.put("kind", "Advertise"), advertise.points());
    } else {
      boolean bootstrap = message instanceof PeerMessage.Bootstrap<RawMessage>;
      decoded.put("kind", bootstrap ? "Bootstrap" : "Disconnect");
    }
    return decoded;
  }

  private static void body(ObjectNode decoded, RawMessage message) {
    decoded.put("tag", message.tag());
    switch (message.tag()) {
      case Messages.PING -> decoded.put("title", "Ping");
      case Messages.BIG_PING ->
          decoded.put("title", "BigPing").put("hashes", (message.body().length - 4) / 32);
      default -> {
        boolean bytes = message.tag() == Messages.BYTES;
        int from = bytes ? 4 : 0;
        byte[] content = Arrays.copyOfRange(message.body(), from, message.body().length);
        decoded
            .put("title", bytes ? "Bytes" : "Raw")
            .put("content_length", content.length)
            .put("content_blake2b_256", hex(Blake2b.hash(32, content)));
      }
    }
  }

  int garbage(byte[] plaintext) {
    unread += plaintext.length;
    return cut(plaintext);
  }

  int torn(byte[] bytes) {
    tornBytes += bytes.length;
    raw.writeBytes(bytes);
    return bytes.length;
  }

  private int cut(byte[] plaintext) {
    int size = (cast.frameSize() == 0 ? WireLimits.MAX_FRAME_SIZE : cast.frameSize()) - HEADER;
    int length = 0;
    for (int at = 0; at < plaintext.length; at += size) {
      int to = Math.min(plaintext.length, at + size);
      length += chunk(Arrays.copyOfRange(plaintext, at, to));
    }
    return length;
  }

  private int chunk(byte[] plaintext) {
    byte[] frame = new byte[HEADER + plaintext.length];
    System.arraycopy(plaintext, 0, frame, HEADER, plaintext.length);
    frame[0] = (byte) (frame.length - 2 >> 8);
    frame[1] = (byte) (frame.length - 2);
    try (BoxKey key = BoxKey.ofSharedSecret(shared);
        BoxCipher cipher = Boxes.plain().cipher(key)) {
      cipher.seal(nonce, frame, 2, plaintext.length);
    }
    chunks
        .addObject()
        .put("index", chunks.size() - 1)
        .put("offset", raw.size())
        .put("encrypted_length", frame.length - 2)
        .put("nonce", hex(nonce))
        .put("tag", hex(Arrays.copyOfRange(frame, 2, HEADER)))
        .put("plaintext_length", plaintext.length)
        .put("plaintext", hex(plaintext));
    NonceSequence.increment(nonce);
    raw.writeBytes(frame);
    return frame.length;
  }

  /** The fields of a role. */
  ObjectNode describe() {
    ObjectNode side = JSON.objectNode().put("role", role.description());
    side.putObject("identity")
        .put("peer_id", identity.peerId().toString())
        .put("peer_id_bytes", hex(identity.peerId().toBytes()))
        .put("public_key", identity.publicKey().toHex())
        .put("secret_key", hex(cast.secret()))
        .put("proof_of_work_stamp", identity.stamp().toHex());
    ObjectNode config = side.putObject("config");
    config.put("listening_port", 0).put("advertised_port", cast.port());
    config.put("chain_name", cast.chain());
    cast.ddb().forEach(config.putArray("distributed_db_versions")::add);
    cast.p2p().forEach(config.putArray("p2p_versions")::add);
    config.put("proof_of_work_difficulty_required", cast.difficulty());
    config.put("private_mode", cast.privateMode().isSet());
    config.put("disable_mempool", cast.disableMempool().isSet());
    config.put("disable_peer_discovery", !cast.discovery().isSet());
    config.put("max_connections", 100);
    config.set(
        "binary_chunks_size",
        cast.frameSize() == 0 ? JSON.nullNode() : JSON.numberNode(cast.frameSize()));
    return side;
  }

  /** The fields of a direction. */
  ObjectNode said() {
    ObjectNode way = JSON.objectNode();
    way.put("raw_length", raw.size()).put("raw", hex(raw.toByteArray()));
    ObjectNode first = way.putObject("connection_message");
    byte[] frame = hello.toFrame();
    first.put("offset", 0).put("framed_length", frame.length).put("framed", hex(frame));
    ObjectNode decoded = first.putObject("decoded");
    decoded.put("port", cast.port()).put("public_key", identity.publicKey().toHex());
    decoded.put("proof_of_work_stamp", identity.stamp().toHex());
    decoded.put("message_nonce", hello.nonce().toString());
    decoded
        .putObject("version")
        .put("chain_name", cast.chain())
        .put("distributed_db_version", hello.version().distributedDbVersion())
        .put("p2p_version", hello.version().p2pVersion());
    way.put("first_nonce", hex(firstNonce));
    way.set("chunks", chunks);
    way.put("undecoded_trailing_raw_bytes", tornBytes);
    way.set("metadata", metadata);
    way.set("ack", answer);
    way.set("messages", messages);
    way.put("undecoded_trailing_plaintext_bytes", unread);
    return way;
  }
}
