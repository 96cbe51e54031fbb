/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.function.Consumer;

/**
 * What the body under one tag must look like, for applications that pass bodies on unread.
 *
 * @param maxLength most bytes the body may have
 * @param check reads the body to its end, or throws {@link MalformedException}
 */
public record BodyShape(int maxLength, Consumer<WireReader> check) {

  private static final int MAX_BODY =
      WireLimits.MAX_MESSAGE_LENGTH - PeerMessageCodec.HEADER_LENGTH;

  public BodyShape {
    requireMax(maxLength, 0);
  }

  /** No byte at all. */
  public static BodyShape empty() {
    return opaque(0);
  }

  /** Any bytes, up to {@code maxLength}. */
  public static BodyShape opaque(int maxLength) {
    return new BodyShape(maxLength, body -> body.skip(body.remaining()));
  }

  /** A 4-byte length of at most {@code maxContent}, and as many bytes. */
  public static BodyShape dynamic(int maxContent) {
    return new BodyShape(
        4 + requireMax(maxContent, 4), body -> body.skip(body.dynamicLength(maxContent)));
  }

  /** A 4-byte length in bytes, and up to {@code maxCount} elements of {@code size} bytes each. */
  public static BodyShape listOf(int size, int maxCount) {
    if (size < 1 || maxCount < 0 || (long) size * maxCount > MAX_BODY) {
      throw new IllegalArgumentException("no list of " + maxCount + " times " + size + " bytes");
    }
    int maxContent = size * maxCount;
    return new BodyShape(
        4 + requireMax(maxContent, 4),
        body -> {
          int length = body.dynamicLength(maxContent);
          body.skip(length - length % size);
          if (length % size != 0) {
            throw body.malformed(Flaw.NOT_ENOUGH_DATA, "the last element is cut short");
          }
        });
  }

  static int requireMax(int max, int prefix) {
    if (max < 0 || max > MAX_BODY - prefix) {
      throw new IllegalArgumentException(
          "a body has 0 to " + (MAX_BODY - prefix) + " bytes; got a maximum of " + max);
    }
    return max;
  }
}
