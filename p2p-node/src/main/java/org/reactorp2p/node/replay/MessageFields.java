/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reactorp2p.core.wire.MalformedException;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.RawMessage;

/** The recorded messages of one direction, held against the plaintext of its frames. */
final class MessageFields {

  /** Frames before the first message: metadata and answer. */
  private static final int HANDSHAKE_CHUNKS = 2;

  private static final int PREFIX = 4;

  private final Field way;
  private final List<Chunk> chunks;
  private final byte[] stream;
  private final PeerMessageCodec<RawMessage> codec;

  MessageFields(Field way, Side sender, List<Chunk> chunks) {
    this.way = way;
    this.chunks = chunks.subList(Math.min(HANDSHAKE_CHUNKS, chunks.size()), chunks.size());
    this.stream = join(this.chunks);
    this.codec = Messages.codec(sender.limits());
  }

  private static byte[] join(List<Chunk> chunks) {
    var joined = new ByteArrayOutputStream();
    chunks.forEach(chunk -> joined.writeBytes(chunk.plaintext()));
    return joined.toByteArray();
  }

  List<Message> read() {
    List<Message> messages = new ArrayList<>();
    int at = 0;
    for (Field recorded : way.get("messages").items()) {
      int end = at + lengthAt(at, recorded);
      messages.add(check(recorded, at, end));
      at = end;
    }
    way.get("undecoded_trailing_plaintext_bytes").mustBe(stream.length - at);
    requireUndecodable(at);
    return messages;
  }

  private int lengthAt(int at, Field recorded) {
    if (stream.length - at < PREFIX) {
      throw recorded.wrong("is not in the bytes: the plaintext ends before it");
    }
    int length = ByteBuffer.wrap(stream, at, PREFIX).getInt();
    if (length < 0 || length > stream.length - at - PREFIX) {
      throw recorded.wrong("is not whole: its length is " + length);
    }
    return PREFIX + length;
  }

  private Message check(Field recorded, int at, int end) {
    byte[] plaintext = Arrays.copyOfRange(stream, at, end);
    recorded.get("plaintext_offset").mustBe(at);
    recorded.get("length_prefix").mustBe(plaintext.length - PREFIX);
    recorded.get("plaintext").mustBeHex(plaintext);
    PeerMessage<RawMessage> value = decode(recorded, plaintext);
    Decoded.check(recorded.get("decoded"), value);
    return new Message(value, chunkWith(at).offset(), chunkWith(end - 1).end());
  }

  private PeerMessage<RawMessage> decode(Field recorded, byte[] plaintext) {
    try {
      return codec.decode(plaintext);
    } catch (MalformedException e) {
      throw recorded.wrong("does not decode: " + e.getMessage());
    }
  }

  /** What is left must not be a message, or it would have been recorded as one. */
  private void requireUndecodable(int at) {
    if (stream.length - at < PREFIX) {
      return;
    }
    try {
      codec.decode(Arrays.copyOfRange(stream, at, stream.length));
    } catch (MalformedException notAMessage) {
      return;
    }
    throw way.get("messages").wrong("a message that decodes is not recorded");
  }

  /** The frame that holds this byte of the stream. */
  private Chunk chunkWith(int offset) {
    int passed = 0;
    for (Chunk chunk : chunks) {
      passed += chunk.plaintext().length;
      if (offset < passed) {
        return chunk;
      }
    }
    throw way.get("chunks").wrong("end before the messages do");
  }
}
