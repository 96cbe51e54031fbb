/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.HexFormat;

/** Values of a fixed length, checked before they are taken. */
final class Bytes {
  private Bytes() {}

  /** A copy of {@code bytes}, if there are {@code length} of them. */
  static byte[] exactly(int length, byte[] bytes, String what) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          what + " has " + length + " bytes, this has " + bytes.length);
    }
    return bytes.clone();
  }

  /** The {@code length} bytes that the hex digits stand for; the text itself is never repeated. */
  static byte[] ofHex(int length, String hex, String what) {
    if (hex.length() != 2 * length) {
      throw new IllegalArgumentException(
          what + " has " + 2 * length + " hex digits, this has " + hex.length() + " characters");
    }
    for (int i = 0; i < hex.length(); i++) {
      if (!HexFormat.isHexDigit(hex.charAt(i))) {
        throw new IllegalArgumentException(
            what + " is written in hex digits, character " + (i + 1) + " is none");
      }
    }
    return HexFormat.of().parseHex(hex);
  }
}
