/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.Arrays;
import java.util.Objects;

/**
 * Finds the frames in what the socket delivers, one at a time. A frame that lies wholly in one
 * chunk is shown where it lies; only one that is cut is copied, into a buffer that grows as its
 * bytes arrive and never by the length it claims.
 *
 * <pre>{@code
 * while (at < to) {
 *   at = frames.feed(chunk, at, to);
 *   if (frames.isComplete()) {
 *     open(frames.array(), frames.offset(), frames.length());
 *     frames.next();
 *   }
 * }
 * }</pre>
 *
 * One thread at a time.
 */
public final class FrameAssembler {

  private static final int FIRST_CAPACITY = 256;
  private static final int UNKNOWN = -1;
  private static final byte[] NONE = new byte[0];

  /** Holds the start of a cut frame; empty between frames that were not cut. */
  private byte[] buffer = NONE;

  private int buffered;

  /** Bytes of the length field seen, 0 to 2. */
  private int headerSeen;

  private int payloadLength;

  private byte[] array = NONE;

  /** Where the complete frame's payload starts in {@code array}, or UNKNOWN. */
  private int offset = UNKNOWN;

  private FrameAssembler() {}

  /**
   * For sealed frames: a length below 16 is {@link Flaw#FRAME_TOO_SHORT}, as soon as it is read.
   */
  public static FrameAssembler sealed() {
    return new FrameAssembler();
  }

  /**
   * Takes bytes up to the end of the current frame, or all of them.
   *
   * @return the index behind the last byte taken, at most {@code to}
   * @throws MalformedException if the frame is too short for a tag; the assembler is then of no use
   * @throws IllegalStateException if a complete frame was not released with {@link #next}
   */
  public int feed(byte[] chunk, int from, int to) {
    Objects.checkFromToIndex(from, to, chunk.length);
    if (isComplete()) {
      throw new IllegalStateException("the last frame was not released");
    }
    int at = header(chunk, from, to);
    if (headerSeen < FrameCodec.HEADER_LENGTH) {
      return at;
    }
    int taken = Math.min(payloadLength - buffered, to - at);
    if (buffered == 0 && taken == payloadLength) {
      array = chunk;
      offset = at;
    } else {
      keep(chunk, at, taken);
    }
    return at + taken;
  }

  private int header(byte[] chunk, int from, int to) {
    int at = from;
    while (headerSeen < FrameCodec.HEADER_LENGTH && at < to) {
      payloadLength = payloadLength << 8 | chunk[at++] & 0xff;
      headerSeen++;
      if (headerSeen == FrameCodec.HEADER_LENGTH && payloadLength < FrameCodec.TAG_LENGTH) {
        throw new MalformedException(
            Flaw.FRAME_TOO_SHORT, 0, "a sealed frame of " + payloadLength + " bytes");
      }
    }
    return at;
  }

  private void keep(byte[] chunk, int at, int length) {
    int needed = buffered + length;
    if (needed > buffer.length) {
      int capacity = Math.min(payloadLength, Math.max(2 * needed, FIRST_CAPACITY));
      buffer = Arrays.copyOf(buffer, capacity);
    }
    System.arraycopy(chunk, at, buffer, buffered, length);
    buffered = needed;
    if (buffered == payloadLength) {
      array = buffer;
      offset = 0;
    }
  }

  /** Whether a whole frame is there. */
  public boolean isComplete() {
    return offset != UNKNOWN;
  }

  /** The array the complete frame's payload lies in; it may be opened in place. */
  public byte[] array() {
    return array;
  }

  /** Where the complete frame's payload starts. */
  public int offset() {
    return offset;
  }

  /** Bytes of the complete frame's payload, tag and ciphertext: 16 to 65,535. */
  public int length() {
    return payloadLength;
  }

  /**
   * Releases the complete frame and begins the next. The buffer stays for one more frame that is
   * cut, and goes with the first that is not: an idle connection holds none.
   */
  public void next() {
    if (array != buffer) {
      buffer = NONE;
    }
    array = NONE;
    offset = UNKNOWN;
    buffered = 0;
    headerSeen = 0;
    payloadLength = 0;
  }

  /** Bytes of memory held for a frame that is not complete. */
  public int reservedBytes() {
    return buffer.length;
  }

  /** Whether the stream stands between two frames, so that its end here would be clean. */
  public boolean isBetweenFrames() {
    return headerSeen == 0;
  }
}
