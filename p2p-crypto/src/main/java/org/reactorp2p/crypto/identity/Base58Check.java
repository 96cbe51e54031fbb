/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Bytes as text that notices a typing error: prefix, payload and the first four bytes of their
 * double SHA-256, written in base 58. The prefix does not begin with a zero byte, so no leading
 * ones have to be kept apart.
 */
final class Base58Check {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
  private static final int CHECKSUM_LENGTH = 4;

  private final byte[] prefix;

  Base58Check(byte[] prefix) {
    this.prefix = prefix.clone();
  }

  String encode(byte[] payload) {
    byte[] checked = withChecksum(payload);
    StringBuilder digits = new StringBuilder();
    BigInteger rest = new BigInteger(1, checked);
    while (rest.signum() != 0) {
      BigInteger[] split = rest.divideAndRemainder(BASE);
      digits.append(ALPHABET.charAt(split[1].intValue()));
      rest = split[0];
    }
    return digits.reverse().toString();
  }

  /** The payload, if the text is its one true form; the caller has bounded the text's length. */
  byte[] decode(String text, int payloadLength, String what) {
    byte[] checked =
        Arrays.copyOfRange(
            fixedLength(number(text, what), payloadLength, what), 0, prefix.length + payloadLength);
    byte[] payload = Arrays.copyOfRange(checked, prefix.length, checked.length);
    if (!Arrays.equals(prefix, Arrays.copyOf(checked, prefix.length))) {
      throw new IllegalArgumentException(what + " does not begin as one");
    }
    if (!encode(payload).equals(text)) {
      throw new IllegalArgumentException(what + " is mistyped: its checksum does not fit");
    }
    return payload;
  }

  private static BigInteger number(String text, String what) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException(
            what + " has a character that base 58 does not know, at place " + (i + 1));
      }
      number = number.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    return number;
  }

  private byte[] fixedLength(BigInteger number, int payloadLength, String what) {
    int length = prefix.length + payloadLength + CHECKSUM_LENGTH;
    if (number.bitLength() > length * Byte.SIZE) {
      throw new IllegalArgumentException(what + " does not begin as one");
    }
    byte[] magnitude = number.toByteArray();
    byte[] bytes = new byte[length];
    int from = Math.max(0, magnitude.length - length); // a sign byte may come first
    int kept = magnitude.length - from;
    System.arraycopy(magnitude, from, bytes, length - kept, kept);
    return bytes;
  }

  private byte[] withChecksum(byte[] payload) {
    byte[] checked = Arrays.copyOf(prefix, prefix.length + payload.length + CHECKSUM_LENGTH);
    int end = prefix.length + payload.length;
    System.arraycopy(payload, 0, checked, prefix.length, payload.length);
    byte[] checksum = sha256(sha256(Arrays.copyOf(checked, end)));
    System.arraycopy(checksum, 0, checked, end, CHECKSUM_LENGTH);
    return checked;
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
