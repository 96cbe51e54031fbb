/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/**
 * The lengths of the wire: constants of the protocol, and the three that a node may choose.
 *
 * @param frameSize largest whole frame we send, in bytes with its 2-byte length and 16-byte tag: 19
 *     to 65,535. What we accept does not depend on it
 * @param maxMessageLength largest message we accept or send, in bytes with its 4-byte length
 * @param maxEmptyFrames as many frames without content in a row end the connection
 */
public record WireLimits(int frameSize, int maxMessageLength, int maxEmptyFrames) {

  /** Smallest frame size that carries a byte: 2 + 16 + 1. */
  public static final int MIN_FRAME_SIZE = 19;

  /** Largest frame size that Octez sends, length included. */
  public static final int MAX_FRAME_SIZE = 65_535;

  /** Largest plaintext in a frame of the largest size: 65,535 − 2 − 16. */
  public static final int MAX_FRAME_PLAINTEXT = MAX_FRAME_SIZE - FrameCodec.OVERHEAD;

  /** Largest message of the protocol, with its 4-byte length: 100 MiB. */
  public static final int MAX_MESSAGE_LENGTH = 104_857_600;

  /** Most points in an Advertise and in a Nack. */
  public static final int MAX_POINTS = 100;

  /** Longest text of a point, in bytes. */
  public static final int MAX_POINT_TEXT = 47;

  /** Longest encoding of a point: 4-byte length and text. */
  public static final int MAX_POINT_LENGTH = 4 + MAX_POINT_TEXT;

  /** First tag that belongs to the application. */
  public static final int FIRST_APPLICATION_TAG = 0x0010;

  /** Last tag there is. */
  public static final int LAST_TAG = 0xffff;

  /** What Octez does, and a limit of 16 on empty frames, which Octez does not have. */
  public static final WireLimits DEFAULT = new WireLimits(MAX_FRAME_SIZE, MAX_MESSAGE_LENGTH, 16);

  public WireLimits {
    if (frameSize < MIN_FRAME_SIZE || frameSize > MAX_FRAME_SIZE) {
      throw new IllegalArgumentException(
          "a frame has 19 to 65535 bytes, length and tag included; got " + frameSize);
    }
    if (maxMessageLength < PeerMessageCodec.HEADER_LENGTH
        || maxMessageLength > MAX_MESSAGE_LENGTH) {
      throw new IllegalArgumentException(
          "the longest message has 6 to 104857600 bytes; got " + maxMessageLength);
    }
    if (maxEmptyFrames < 1) {
      throw new IllegalArgumentException("at least one empty frame; got " + maxEmptyFrames);
    }
  }

  public WireLimits withFrameSize(int newFrameSize) {
    return new WireLimits(newFrameSize, maxMessageLength, maxEmptyFrames);
  }

  public WireLimits withMaxMessageLength(int newMaxMessageLength) {
    return new WireLimits(frameSize, newMaxMessageLength, maxEmptyFrames);
  }

  public WireLimits withMaxEmptyFrames(int newMaxEmptyFrames) {
    return new WireLimits(frameSize, maxMessageLength, newMaxEmptyFrames);
  }

  /** Plaintext bytes in a full frame of ours. */
  public int framePlaintext() {
    return frameSize - FrameCodec.OVERHEAD;
  }

  /** How many frames an encoded message of this length takes. */
  public int frames(int messageLength) {
    return (int) (((long) messageLength + framePlaintext() - 1) / framePlaintext());
  }
}
