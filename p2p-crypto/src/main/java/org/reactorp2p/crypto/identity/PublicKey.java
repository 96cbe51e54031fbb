/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An X25519 public key: 32 bytes as the peer sent them. Every 32 bytes are one, low-order points
 * included; those are found out by {@link SecretKey#agree}. Immutable.
 */
public final class PublicKey {
  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  /** Computed when first asked for; two threads may both do so and get equal values. */
  private @Nullable PeerId peerId;

  private PublicKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A key of these bytes, which are copied.
   *
   * @throws IllegalArgumentException unless there are 32
   */
  public static PublicKey of(byte[] bytes) {
    return new PublicKey(Bytes.exactly(LENGTH, bytes, "a public key"));
  }

  /**
   * A key written as 64 hex digits of either case.
   *
   * @throws IllegalArgumentException with a sentence for people, if it is not one
   */
  public static PublicKey ofHex(String hex) {
    return new PublicKey(Bytes.ofHex(LENGTH, hex, "a public key"));
  }

  /** The peer id of the key's owner. */
  public PeerId peerId() {
    PeerId known = peerId;
    if (known == null) {
      known = PeerId.of(this);
      peerId = known;
    }
    return known;
  }

  /** A fresh copy of the 32 bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Writes the 32 bytes to {@code destination} from {@code offset} on. */
  public void copyTo(byte[] destination, int offset) {
    System.arraycopy(bytes, 0, destination, offset, LENGTH);
  }

  /** 64 lower-case hex digits. */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** The bytes themselves, for this package to read and not to change. */
  byte[] unsafeBytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PublicKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 64 lower-case hex digits. */
  @Override
  public String toString() {
    return toHex();
  }
}
