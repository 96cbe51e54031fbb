/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.HexFormat;

/**
 * A message encoded once, to be sent to many: its plaintext bytes, 4-byte length included.
 * Immutable; any number of threads.
 */
public final class EncodedMessage {

  private final byte[] bytes;

  /** Takes the array over. */
  EncodedMessage(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Bytes of the message, with its length, before it is cut and sealed. */
  public int length() {
    return bytes.length;
  }

  /** The message's tag. */
  public int tag() {
    return PeerMessageCodec.tag(bytes, 0);
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /**
   * Lays out one of the message's frames ready to be sealed in place.
   *
   * @param index 0 up to, not including, {@code limits.frames(length())}
   * @param out where, with room for a whole frame from {@code at}
   * @return the length of the frame, 19 to {@code limits.frameSize()}
   */
  public int layOutFrame(int index, WireLimits limits, byte[] out, int at) {
    int from = Math.multiplyExact(index, limits.framePlaintext());
    int length = Math.min(limits.framePlaintext(), bytes.length - from);
    if (index < 0 || length <= 0) {
      throw new IndexOutOfBoundsException("frame " + index + " of " + limits.frames(bytes.length));
    }
    return FrameCodec.layOut(bytes, from, length, out, at);
  }

  /** Tag and length; never the content. */
  @Override
  public String toString() {
    return "EncodedMessage("
        + HexFormat.of().toHexDigits((short) tag())
        + ", "
        + bytes.length
        + " bytes)";
  }
}
