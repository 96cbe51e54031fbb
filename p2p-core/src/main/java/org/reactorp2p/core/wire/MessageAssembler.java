/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Joins opened frames to messages, however the messages were cut or joined. A message that lies
 * wholly in one piece is decoded where it lies; one that is cut is collected in a buffer that grows
 * as its bytes arrive and never by the length it claims.
 *
 * <p>Eager: a bad length is refused at its fourth byte, an unknown tag or a body over its tag's
 * maximum at the sixth, a bad point of a control message where it stands. Messages in front of a
 * bad one are delivered first.
 *
 * <p>One thread at a time. The first failure is the last: afterwards every call fails.
 *
 * @param <M> the application's messages
 */
public final class MessageAssembler<M> {

  /**
   * Told of every message, in order. Must not throw and must not feed the same assembler.
   *
   * @param <M> the application's messages
   */
  @FunctionalInterface
  public interface Sink<M> {

    /**
     * A message is whole.
     *
     * @param encodedLength its length in bytes, the 4-byte length included
     */
    void message(PeerMessage<M> message, int encodedLength);
  }

  private static final int FIRST_CAPACITY = 64;
  private static final byte[] NONE = new byte[0];

  private final PeerMessageCodec<M> codec;
  private final WireReader reader = new WireReader();
  private final ControlProbe probe = new ControlProbe();

  /** The start of the message that is not whole yet, {@code arrived} bytes of it. */
  private byte[] buffer = NONE;

  private int arrived;
  private int emptyInARow;
  private boolean broken;
  private @Nullable MalformedException failure;

  public MessageAssembler(PeerMessageCodec<M> codec) {
    this.codec = codec;
  }

  /**
   * Takes the content of one frame.
   *
   * @param piece read during the call only; not changed
   * @throws MalformedException if a message, or the sixteenth empty frame in a row, is not to be
   *     had
   */
  public void feed(byte[] piece, int offset, int length, Sink<M> sink) {
    Objects.checkFromIndexSize(offset, length, piece.length);
    requireSound();
    broken = true;
    try {
      countEmpty(length);
      int end = offset + length;
      int at = arrived == 0 ? offset : resume(piece, offset, end, sink);
      while (at < end) {
        at = begin(piece, at, end, sink);
      }
      broken = false;
    } catch (MalformedException e) {
      failure = e;
      release();
      throw e;
    } finally {
      reader.reset(NONE, 0, 0, 0); // lets go of the piece
    }
  }

  private void requireSound() {
    if (failure != null) {
      throw failure;
    }
    if (broken) {
      throw new IllegalStateException("fed from its own sink, or after the sink threw");
    }
  }

  private void countEmpty(int length) {
    emptyInARow = length == 0 ? emptyInARow + 1 : 0;
    if (emptyInARow >= codec.limits().maxEmptyFrames()) {
      throw new MalformedException(
          Flaw.EMPTY_FRAMES, 0, emptyInARow + " frames without content in a row");
    }
  }

  /** A message begins at {@code at}: decodes it there, or keeps what is there of it. */
  private int begin(byte[] piece, int at, int end, Sink<M> sink) {
    int available = end - at;
    int total = judgeHeader(piece, at, available);
    if (available < total) {
      append(piece, at, available, total);
      probe.begin();
      judgeBody(total);
      return end;
    }
    deliver(piece, at, total, sink);
    return at + total;
  }

  /** A message began in an earlier piece: adds to it what belongs to it. */
  private int resume(byte[] piece, int from, int end, Sink<M> sink) {
    int at = from;
    int total = judgeHeader(buffer, 0, arrived);
    while (at < end && arrived < total) {
      // Byte by byte at first: how far the message reaches is known from its header only.
      int wanted = (arrived < PeerMessageCodec.HEADER_LENGTH ? 1 : total - arrived);
      int taken = Math.min(wanted, end - at);
      append(piece, at, taken, total);
      at += taken;
      total = judgeHeader(buffer, 0, arrived);
    }
    if (arrived < total) {
      judgeBody(total);
    } else {
      byte[] whole = buffer;
      release();
      deliver(whole, 0, total, sink);
    }
    return at;
  }

  /** The message's length as far as it can be known: at least one byte more than too few. */
  private int judgeHeader(byte[] bytes, int at, int available) {
    if (available < PeerMessageCodec.LENGTH_LENGTH) {
      return PeerMessageCodec.HEADER_LENGTH;
    }
    int total = codec.totalLength(WireReader.intAt(bytes, at));
    if (available >= PeerMessageCodec.HEADER_LENGTH) {
      codec.requireTag(tagAt(bytes, at), total);
    }
    return total;
  }

  private static int tagAt(byte[] bytes, int at) {
    return FrameCodec.payloadLength(bytes, at + PeerMessageCodec.LENGTH_LENGTH);
  }

  private void judgeBody(int total) {
    if (arrived < PeerMessageCodec.HEADER_LENGTH) {
      return;
    }
    int tag = tagAt(buffer, 0);
    if (PeerMessageCodec.isControl(tag)) {
      reader.reset(buffer, 0, probe.judged(), total);
      probe.advance(tag, reader, arrived);
    }
  }

  private void append(byte[] piece, int at, int length, int total) {
    int needed = arrived + length;
    if (needed > buffer.length) {
      int doubled = Math.max(2 * Math.min(buffer.length, total), FIRST_CAPACITY);
      buffer = Arrays.copyOf(buffer, Math.max(needed, Math.min(total, doubled)));
    }
    System.arraycopy(piece, at, buffer, arrived, length);
    arrived = needed;
  }

  private void deliver(byte[] bytes, int at, int total, Sink<M> sink) {
    reader.reset(bytes, at, at + PeerMessageCodec.HEADER_LENGTH, at + total);
    sink.message(codec.decodeBody(tagAt(bytes, at), reader), total);
  }

  private void release() {
    buffer = NONE;
    arrived = 0;
  }

  /** Bytes that have arrived of a message that is not whole; 0 between messages. */
  public int partialLength() {
    return arrived;
  }

  /**
   * Bytes of memory held for a message that is not whole: at most twice what has arrived, or 64.
   */
  public int reservedBytes() {
    return buffer.length;
  }
}
