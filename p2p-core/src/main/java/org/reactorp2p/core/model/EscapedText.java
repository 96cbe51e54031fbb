/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/** Text a peer chose, made safe to print: printable ASCII stays, the rest becomes {@code \xNN}. */
final class EscapedText {

  private static final String HEX = "0123456789abcdef";

  private EscapedText() {}

  /** The first {@code limit} characters, escaped; what was cut is shown as three dots. */
  static String of(String text, int limit) {
    var out = new StringBuilder();
    int shown = Math.min(text.length(), limit);
    for (int i = 0; i < shown; i++) {
      append(out, text.charAt(i));
    }
    return shown < text.length() ? out.append("...").toString() : out.toString();
  }

  private static void append(StringBuilder out, char c) {
    if (c == '\\') {
      out.append("\\\\");
    } else if (c >= ' ' && c <= '~') {
      out.append(c);
    } else if (c <= 0xff) {
      out.append("\\x").append(digit(c >> 4)).append(digit(c));
    } else {
      out.append("\\u").append(digit(c >> 12)).append(digit(c >> 8));
      out.append(digit(c >> 4)).append(digit(c));
    }
  }

  private static char digit(int nibble) {
    return HEX.charAt(nibble & 0xf);
  }
}
