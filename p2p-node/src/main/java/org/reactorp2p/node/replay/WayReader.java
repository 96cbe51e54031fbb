/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.MalformedException;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.crypto.session.DecipherException;
import org.reactorp2p.crypto.session.NonceSequence;
import org.reactorp2p.crypto.session.Opener;

/** Takes one direction of a recording apart with our code, and compares every field on the way. */
final class WayReader {
  private final Field way;
  private final Side sender;
  private final byte[] raw;

  WayReader(Field root, Side sender) {
    this.way = root.get(sender.role().way());
    this.sender = sender;
    this.raw = way.get("raw").hex();
    way.get("raw_length").mustBe(raw.length);
  }

  /** The first frame as it was on the wire, its length in front. */
  byte[] firstFrame() {
    if (raw.length < FrameCodec.HEADER_LENGTH) {
      throw way.get("raw").wrong("ends before the connection message does");
    }
    int length = FrameCodec.HEADER_LENGTH + FrameCodec.payloadLength(raw, 0);
    if (length > raw.length) {
      throw way.get("raw").wrong("ends before the connection message does");
    }
    return Arrays.copyOf(raw, length);
  }

  /** Takes the rest apart. */
  Way read(SessionSecrets secrets) {
    ConnectionMessage hello = hello();
    List<Chunk> chunks = chunks(secrets);
    metadata(chunks);
    Optional<Ack> answer = answer(chunks);
    List<Message> messages = new MessageFields(way, sender, chunks).read();
    return new Way(
        sender.role(),
        raw,
        hello,
        chunks,
        answer,
        messages,
        way.get("undecoded_trailing_plaintext_bytes").integer(0, Integer.MAX_VALUE),
        way.get("undecoded_trailing_raw_bytes").integer(0, Integer.MAX_VALUE));
  }

  private ConnectionMessage hello() {
    Field recorded = way.get("connection_message");
    byte[] frame = firstFrame();
    recorded.get("offset").mustBe(0);
    recorded.get("framed_length").mustBe(frame.length);
    recorded.get("framed").mustBeHex(frame);
    ConnectionMessage hello;
    try {
      hello = ConnectionMessage.ofFrame(frame);
    } catch (MalformedException e) {
      throw new Difference(way.path() + ", offset " + e.offset(), String.valueOf(e.getMessage()));
    }
    Decoded.check(recorded.get("decoded"), hello);
    requireOfSender(recorded.get("decoded"), hello);
    return hello;
  }

  /** What it says of itself must follow from its identity and configuration. */
  private void requireOfSender(Field decoded, ConnectionMessage hello) {
    var expected =
        new ConnectionMessage(
            sender.handshake().announcedPort(),
            sender.identity().publicKey(),
            sender.identity().stamp(),
            hello.nonce(),
            sender.handshake().announcedVersion());
    Decoded.check(decoded, expected);
    Hex.requireSame(firstFrame(), expected.toFrame(), way.path());
  }

  private List<Chunk> chunks(SessionSecrets secrets) {
    byte[] nonce = secrets.firstNonce(sender.role());
    way.get("first_nonce").mustBeHex(nonce);
    List<Chunk> chunks = new ArrayList<>();
    int at = firstFrame().length;
    try (Opener opener = secrets.openerOf(sender.role())) {
      for (Field recorded : way.get("chunks").items()) {
        Chunk chunk = open(opener, at);
        new ChunkFields(recorded, raw).check(chunk, chunks.size(), nonce);
        NonceSequence.increment(nonce);
        chunks.add(chunk);
        at = chunk.end();
      }
      trailing(opener, at);
    }
    return chunks;
  }

  private Chunk open(Opener opener, int at) {
    int length = wholeLength(at);
    if (length < 0) {
      throw new Difference(
          way.path() + ", offset " + at, "the bytes end, and another chunk is recorded");
    }
    byte[] frame = Arrays.copyOfRange(raw, at, at + FrameCodec.HEADER_LENGTH + length);
    try {
      int plain = opener.open(frame, FrameCodec.HEADER_LENGTH, length);
      int from = FrameCodec.OVERHEAD;
      return new Chunk(at, Arrays.copyOfRange(frame, from, from + plain));
    } catch (DecipherException e) {
      throw new Difference(way.path() + ", offset " + at, "the frame there does not open");
    }
  }

  /** The length field of the frame at {@code at}, or -1 if it is not all there. */
  private int wholeLength(int at) {
    if (raw.length - at < FrameCodec.HEADER_LENGTH) {
      return -1;
    }
    int length = FrameCodec.payloadLength(raw, at);
    return raw.length - at - FrameCodec.HEADER_LENGTH < length ? -1 : length;
  }

  private void trailing(Opener opener, int at) {
    way.get("undecoded_trailing_raw_bytes").mustBe(raw.length - at);
    if (wholeLength(at) >= 0) {
      try {
        open(opener, at);
      } catch (Difference doesNotOpen) {
        return;
      }
      throw new Difference(way.path() + ", offset " + at, "a chunk that opens is not recorded");
    }
  }

  private void metadata(List<Chunk> chunks) {
    Field recorded = way.get("metadata");
    if (chunks.isEmpty()) {
      recorded.get("plaintext").mustBeNull();
      recorded.get("decoded").mustBeNull();
      return;
    }
    byte[] plaintext = chunks.get(0).plaintext();
    recorded.get("plaintext").mustBeHex(plaintext);
    Decoded.check(recorded.get("decoded"), MetadataCodec.OCTEZ.ofBytes(plaintext));
    Decoded.check(
        recorded.get("decoded"), MetadataCodec.OCTEZ.of(sender.handshake().metadata().asHeard()));
  }

  private Optional<Ack> answer(List<Chunk> chunks) {
    Field recorded = way.get("ack");
    if (chunks.size() < 2) {
      recorded.get("plaintext").mustBeNull();
      recorded.get("decoded").mustBeNull();
      return Optional.empty();
    }
    byte[] plaintext = chunks.get(1).plaintext();
    recorded.get("plaintext").mustBeHex(plaintext);
    Ack answer = Ack.CODEC.ofBytes(plaintext);
    Decoded.check(recorded.get("decoded"), answer);
    if (answer instanceof Ack.Nack nack
        && !sender.discovery().isSet()
        && !nack.points().isEmpty()) {
      throw recorded.wrong("names points, although its sender does not tell any");
    }
    return Optional.of(answer);
  }
}
