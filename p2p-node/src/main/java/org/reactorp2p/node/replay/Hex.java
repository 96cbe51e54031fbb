/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as recordings write them: lower case, two digits each. Anything else is damage. */
final class Hex {

  private static final int SHOWN = 8;

  private Hex() {}

  static byte[] parse(String text, String where) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        throw new Difference(where, "digit " + i + " is no lower-case hex digit");
      }
    }
    if (text.length() % 2 != 0) {
      throw new Difference(where, "an odd number of hex digits: " + text.length());
    }
    return HexFormat.of().parseHex(text);
  }

  /** Some bytes from an offset on, for people. */
  static String some(byte[] bytes, int from) {
    if (from >= bytes.length) {
      return "the end";
    }
    int to = Math.min(bytes.length, from + SHOWN);
    return HexFormat.of().formatHex(bytes, from, to) + (to < bytes.length ? "…" : "");
  }

  /** Throws unless both are the same; {@code where} gets the offset of the first difference. */
  static void requireSame(byte[] recorded, byte[] computed, String where) {
    int at = Arrays.mismatch(recorded, computed);
    if (at >= 0) {
      throw new Difference(
          where,
          "differs at offset "
              + at
              + ": recorded "
              + some(recorded, at)
              + ", ours "
              + some(computed, at));
    }
  }
}
