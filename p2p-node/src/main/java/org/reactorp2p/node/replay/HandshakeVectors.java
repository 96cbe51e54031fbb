/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.NetworkVersionCodec;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;

/** The groups about the messages of the handshake. */
final class HandshakeVectors {

  private static final int MAX_UINT16 = 0xffff;

  private HandshakeVectors() {}

  static void networkVersion(Field entry) {
    byte[] hex = entry.get("hex").hex();
    NetworkVersion value = version(entry.get("value"));
    Hex.requireSame(hex, NetworkVersionCodec.INSTANCE.toBytes(value), entry.path());
    Decoded.check(entry.get("value"), NetworkVersionCodec.INSTANCE.ofBytes(hex));
  }

  private static NetworkVersion version(Field value) {
    return new NetworkVersion(
        ChainName.of(value.get("chain_name").text()),
        value.get("distributed_db_version").integer(0, MAX_UINT16),
        value.get("p2p_version").integer(0, MAX_UINT16));
  }

  static void connectionMessage(Field entry) {
    byte[] payload = entry.get("payload").hex();
    byte[] framed = entry.get("framed").hex();
    entry.get("length").mustBe(payload.length);
    Field value = entry.get("value");
    byte[] ours = message(value).toFrame();
    Hex.requireSame(framed, ours, entry.get("framed").path());
    Hex.requireSame(
        payload,
        Arrays.copyOfRange(ours, FrameCodec.HEADER_LENGTH, ours.length),
        entry.get("payload").path());
    Decoded.check(value, ConnectionMessage.ofFrame(framed));
  }

  private static ConnectionMessage message(Field value) {
    int port = value.get("port").integer(0, Point.MAX_PORT);
    return new ConnectionMessage(
        port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
        PublicKey.of(value.get("public_key").hex(PublicKey.LENGTH)),
        ProofOfWorkStamp.of(value.get("proof_of_work_stamp").hex(ProofOfWorkStamp.LENGTH)),
        MessageNonce.of(value.get("message_nonce").hex(MessageNonce.LENGTH)),
        version(value.get("version")));
  }

  static void connectionMessageDecoding(Field entry) {
    byte[] payload = entry.get("payload").hex();
    ConnectionMessage ours = Refusal.check(entry, () -> ConnectionMessage.CODEC.ofBytes(payload));
    if (ours != null) {
      Decoded.check(entry.get("decoded"), ours);
    }
  }

  static void metadata(Field entry) {
    var value =
        new ConnectionMetadata(
            entry.get("disable_mempool").flag(), entry.get("private_node").flag());
    entry.get("hex").mustBeHex(MetadataCodec.OCTEZ.toBytes(value));
    Decoded.check(entry, MetadataCodec.OCTEZ.ofBytes(entry.get("hex").hex()));
  }

  static void metadataDecoding(Field entry) {
    byte[] hex = entry.get("hex").hex();
    ConnectionMetadata ours = Refusal.check(entry, () -> MetadataCodec.OCTEZ.ofBytes(hex));
    if (ours != null) {
      Decoded.check(entry.get("decoded"), ours);
    }
  }

  static void ack(Field entry) {
    byte[] hex = entry.get("hex").hex();
    Decoded.check(entry.get("value"), Ack.CODEC.ofBytes(hex));
    Hex.requireSame(hex, Ack.CODEC.toBytes(ackOf(entry.get("value"))), entry.path());
  }

  private static Ack ackOf(Field value) {
    Field kind = value.get("kind");
    return switch (kind.text()) {
      case "Ack" -> new Ack.Accept();
      case "Nack_v_0" -> new Ack.NackV0();
      case "Nack" ->
          new Ack.Nack(
              new NackMotive(value.get("motive").integer(Short.MIN_VALUE, Short.MAX_VALUE)),
              points(value.get("points")));
      default -> throw kind.wrong("is no answer");
    };
  }

  static List<Point> points(Field field) {
    List<Point> points = new ArrayList<>();
    for (Field item : field.items()) {
      points.add(Point.parse(item.text()));
    }
    return points;
  }

  static void nackManyPoints(Field entry) {
    entry.requireOnly(Set.of("points", "hex"));
    byte[] hex = entry.get("hex").hex();
    if (!(Ack.CODEC.ofBytes(hex) instanceof Ack.Nack nack)) {
      throw entry.wrong("is no Nack");
    }
    entry.get("points").mustBe(nack.points().size());
    Hex.requireSame(hex, Ack.CODEC.toBytes(nack), entry.path());
  }

  static void ackDecoding(Field entry) {
    byte[] hex = entry.get("hex").hex();
    Ack ours = Refusal.check(entry, () -> Ack.CODEC.ofBytes(hex));
    if (ours != null) {
      Decoded.check(entry.get("decoded"), ours);
    }
  }
}
