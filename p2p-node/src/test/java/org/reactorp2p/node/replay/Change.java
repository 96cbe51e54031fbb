/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.SplittableRandom;

/** One byte of a file becomes another. */
record Change(Token token, int index, byte value) {

  private static final String DIGITS = "0123456789abcdef";
  private static final String CLAMPED_FIRST = "/secret_key:1";
  private static final String CLAMPED_LAST = "/secret_key:62";

  /** Another digit in the place of this one, and one that says something else. */
  static Change at(Token token, int index, byte[] json, SplittableRandom random) {
    byte old = json[token.from() + index];
    byte value;
    do {
      value = (byte) DIGITS.charAt(random.nextInt(DIGITS.length()));
    } while (value == old || means(token, index, value) == means(token, index, old));
    return new Change(token, index, value);
  }

  /** What a digit says: X25519 ignores three bits at one end of a secret key, two at the other. */
  private static int means(Token token, int index, byte digit) {
    int value = Character.digit(digit, 16);
    String place = token.path().replaceAll(".*(/secret_key)$", "$1") + ":" + index;
    return switch (place) {
      case CLAMPED_FIRST -> value & 0b1000;
      case CLAMPED_LAST -> value & 0b0011;
      default -> digit;
    };
  }

  byte[] applied(byte[] json) {
    byte[] changed = json.clone();
    changed[token.from() + index] = value;
    return changed;
  }

  @Override
  public String toString() {
    return token.path() + ":" + index + " to " + (char) value;
  }
}
