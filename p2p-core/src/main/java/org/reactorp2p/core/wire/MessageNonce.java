/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Twenty-four random bytes, fresh for each connection. They make the connection message unique,
 * from which the nonces of the session are derived. Not secret: they travel in clear.
 */
public final class MessageNonce {

  /** Number of bytes. */
  public static final int LENGTH = 24;

  private final byte[] bytes;

  private MessageNonce(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The nonce with these bytes, which are copied.
   *
   * @throws IllegalArgumentException unless they are 24
   */
  public static MessageNonce of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a message nonce has 24 bytes, got " + bytes.length);
    }
    return new MessageNonce(bytes.clone());
  }

  /** A fresh one; {@code random} must be fit for cryptography wherever a real peer is dialled. */
  public static MessageNonce draw(RandomGenerator random) {
    var bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new MessageNonce(bytes);
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MessageNonce that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
