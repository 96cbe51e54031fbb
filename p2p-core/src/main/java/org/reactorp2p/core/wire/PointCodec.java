/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * A point as text: 4-byte length, at most 47 bytes. Written canonically; read as liberally as Octez
 * does, which allows a valid {@code #peerid} behind the port and ignores it. Never looks up a name.
 */
public final class PointCodec implements Codec<Point> {

  public static final PointCodec INSTANCE = new PointCodec();

  private PointCodec() {}

  @Override
  public void encode(Point value, WireWriter out) {
    byte[] text = value.toString().getBytes(ISO_8859_1);
    if (text.length > WireLimits.MAX_POINT_TEXT) {
      throw new UnencodableException("the text of a point is over 47 bytes");
    }
    out.dynamicBytes(text);
  }

  @Override
  public Point decode(WireReader in) {
    return decodeText(in, decodeLength(in));
  }

  /** The first half of a point. */
  static int decodeLength(WireReader in) {
    return in.dynamicLength(WireLimits.MAX_POINT_TEXT);
  }

  /** The second half. */
  static Point decodeText(WireReader in, int length) {
    int offset = in.offset();
    String text = new String(in.bytes(length), ISO_8859_1);
    try {
      return Point.parse(withoutPeerId(text));
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Flaw.INVALID_VALUE, offset, String.valueOf(e.getMessage()), e);
    }
  }

  private static String withoutPeerId(String text) {
    int hash = text.indexOf('#');
    if (hash < 0) {
      return text;
    }
    try {
      PeerId.parse(text.substring(hash + 1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("what follows the port is no peer id", e);
    }
    return text.substring(0, hash);
  }
}
