/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MalformedException;
import org.reactorp2p.core.wire.MessageAssembler;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.PointCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;

/** The groups about points and about the messages of a running connection. */
final class MessageVectors {

  private static final String AWAIT = "await";
  private static final String ERROR = "error: ";
  private static final int V6_LENGTH = 16;
  private static final int V4_LENGTH = 4;

  private static final PeerMessageCodec<RawMessage> CODEC = Messages.codec(WireLimits.DEFAULT);

  private MessageVectors() {}

  static void point(Field entry) {
    Point ours = Point.parse(entry.get("input").text());
    entry.get("canonical").mustBe(ours.toString());
    entry.get("hex").mustBeHex(PointCodec.INSTANCE.toBytes(ours));
    entry.get("addr_octets_v6").mustBeHex(octets(ours));
    if (!PointCodec.INSTANCE.ofBytes(entry.get("hex").hex()).equals(ours)) {
      throw entry.wrong("does not come back as it went");
    }
  }

  /** The address as IPv6, an IPv4 one mapped. */
  private static byte[] octets(Point point) {
    byte[] address = point.address().getAddress();
    if (address.length == V6_LENGTH) {
      return address;
    }
    byte[] mapped = new byte[V6_LENGTH];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    System.arraycopy(address, 0, mapped, V6_LENGTH - V4_LENGTH, V4_LENGTH);
    return mapped;
  }

  static void pointDecoding(Field entry) {
    byte[] hex = entry.get("hex").hex();
    String text = entry.get("string").text();
    byte[] body = text.getBytes(StandardCharsets.ISO_8859_1);
    Hex.requireSame(hex, withLength(body), entry.path());
    Point ours = Refusal.check(entry, () -> PointCodec.INSTANCE.ofBytes(hex));
    if (ours != null) {
      entry.get("decoded").mustBe(ours.toString());
    }
  }

  private static byte[] withLength(byte[] body) {
    return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
  }

  static void message(Field entry) {
    entry.get("name").text();
    byte[] hex = entry.get("hex").hex();
    PeerMessage<RawMessage> ours = CODEC.decode(hex);
    Decoded.check(entry.get("value"), ours);
    Hex.requireSame(hex, CODEC.encode(ours).toBytes(), entry.path());
  }

  static void messageDecoding(Field entry) {
    entry.get("case").text();
    byte[] hex = entry.get("hex").hex();
    PeerMessage<RawMessage> ours = Refusal.check(entry, () -> CODEC.decode(hex));
    if (ours != null) {
      Decoded.check(entry.get("decoded"), ours);
    }
  }

  static void incremental(Field entry) {
    entry.get("case").text();
    Field verdict = entry.get("verdict");
    Optional<MalformedException> refused = feed(entry.get("hex").hex());
    if (verdict.text().equals(AWAIT)) {
      refused.ifPresent(
          e -> {
            throw verdict.wrong("recorded '" + AWAIT + "', ours: " + e.getMessage());
          });
    } else if (verdict.text().startsWith(ERROR) && refused.isPresent()) {
      String error = verdict.text().substring(ERROR.length());
      Refusal.requireSameError(verdict, error, refused.get().flaw());
    } else {
      throw verdict.wrong("recorded '" + verdict.text() + "', ours waits for more");
    }
  }

  private static Optional<MalformedException> feed(byte[] bytes) {
    var assembler = new MessageAssembler<>(CODEC);
    try {
      assembler.feed(bytes, 0, bytes.length, (message, length) -> {});
      return Optional.empty();
    } catch (MalformedException e) {
      return Optional.of(e);
    }
  }
}
