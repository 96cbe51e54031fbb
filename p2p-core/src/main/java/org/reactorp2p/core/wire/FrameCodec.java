/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/**
 * The frame: a 2-byte length that does not count itself, then as many bytes. In a sealed frame
 * these are a 16-byte tag and the ciphertext, which is as long as the plaintext.
 *
 * <pre>
 * offset  size  field
 *      0     2  length L, big-endian, unsigned
 *      2    16  tag
 *     18  L−16  plaintext before sealing, ciphertext after
 * </pre>
 *
 * Read up to the greatest length field, 65,535, as Octez does; never written above 65,533, since no
 * whole frame is over 65,535 bytes.
 */
public final class FrameCodec {

  /** Bytes of the length field. */
  public static final int HEADER_LENGTH = 2;

  /** Bytes of the tag in front of the ciphertext. */
  public static final int TAG_LENGTH = 16;

  /** What a sealed frame has beside its content. */
  public static final int OVERHEAD = HEADER_LENGTH + TAG_LENGTH;

  /** Greatest length field. */
  public static final int MAX_PAYLOAD = 0xffff;

  private FrameCodec() {}

  /** Reads the length field at {@code offset}: 0 to 65,535. */
  public static int payloadLength(byte[] bytes, int offset) {
    return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
  }

  /**
   * Writes the length field at {@code offset}.
   *
   * @param payloadLength 0 to 65,535
   */
  public static void putPayloadLength(byte[] bytes, int offset, int payloadLength) {
    if (payloadLength < 0 || payloadLength > MAX_PAYLOAD) {
      throw new IllegalArgumentException("a frame holds 0 to 65535 bytes; got " + payloadLength);
    }
    bytes[offset] = (byte) (payloadLength >> 8);
    bytes[offset + 1] = (byte) payloadLength;
  }

  /** Writes the length field of a sealed frame for a plaintext of this length, at most 65,517. */
  public static void putSealedLength(byte[] bytes, int offset, int plaintextLength) {
    if (plaintextLength > WireLimits.MAX_FRAME_PLAINTEXT) {
      throw new IllegalArgumentException("a frame carries 65517 bytes; got " + plaintextLength);
    }
    putPayloadLength(bytes, offset, TAG_LENGTH + plaintextLength);
  }

  /**
   * Lays out one frame ready to be sealed in place: length, room for the tag, content.
   *
   * @param out where, with room for {@code length} + 18 bytes from {@code at}
   * @return the length of the frame, {@code length} + 18
   */
  public static int layOut(byte[] content, int offset, int length, byte[] out, int at) {
    putSealedLength(out, at, length);
    System.arraycopy(content, offset, out, at + OVERHEAD, length);
    return OVERHEAD + length;
  }
}
