/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application message that nobody has read: its tag and its body. The array is not copied and
 * must not be changed.
 *
 * @param tag 0x0010 to 0xffff
 * @param body what follows the tag
 */
public record RawMessage(int tag, byte[] body) {

  public RawMessage {
    ApplicationTag.require(tag);
  }

  /**
   * Carries every tag, each body up to {@code maxBodyLength} bytes.
   *
   * @param maxBodyLength 0 to 104,857,594
   */
  public static MessageCodec<RawMessage> codec(int maxBodyLength) {
    return new RawMessageCodec(Map.of(), BodyShape.opaque(maxBodyLength));
  }

  /** Carries the tags of the map, each body as its shape says; refuses other tags. */
  public static MessageCodec<RawMessage> codec(Map<Integer, BodyShape> shapes) {
    return new RawMessageCodec(shapes, null);
  }

  /** Carries every tag: those of the map as their shapes say, all others as {@code others} says. */
  public static MessageCodec<RawMessage> codec(Map<Integer, BodyShape> shapes, BodyShape others) {
    return new RawMessageCodec(shapes, others);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawMessage that && tag == that.tag && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * tag + Arrays.hashCode(body);
  }

  /** Tag and length; never the content. */
  @Override
  public String toString() {
    return "RawMessage(" + HexFormat.of().toHexDigits((short) tag) + ", " + body.length + " bytes)";
  }
}
