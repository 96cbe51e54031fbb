/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The name of a network: bytes, compared one by one. Two names that look alike are not alike.
 *
 * <p>At most {@value #MAX_LENGTH} bytes, which is what one clear frame can hold beside the other
 * fields of the connection message.
 */
public final class ChainName {

  /** Longest name, in bytes: 65,535 − 90. */
  public static final int MAX_LENGTH = 65_445;

  private static final int SHOWN = 64;

  private final byte[] bytes;

  private ChainName(byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      throw new IllegalArgumentException("a chain name has at most " + MAX_LENGTH + " bytes");
    }
    this.bytes = bytes;
  }

  /** The name with these bytes; they are copied. */
  public static ChainName of(byte[] bytes) {
    return new ChainName(bytes.clone());
  }

  /** The name with the UTF-8 bytes of the text. */
  public static ChainName of(String text) {
    return new ChainName(text.getBytes(UTF_8));
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChainName that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** For people: printable ASCII as it is, other bytes as {@code \xNN}, cut after 64 bytes. */
  @Override
  public String toString() {
    int kept = Math.min(bytes.length, SHOWN + 1);
    return EscapedText.of(new String(bytes, 0, kept, ISO_8859_1), SHOWN);
  }
}
