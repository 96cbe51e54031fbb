/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.crypto.hash.Blake2b;

/**
 * The name of a peer: the 16-byte BLAKE2b hash of its public key, written in Base58Check as 30
 * characters that begin with {@code id}. Ordered by its bytes, unsigned. Immutable.
 */
public final class PeerId implements Comparable<PeerId> {
  /** Length in bytes. */
  public static final int LENGTH = 16;

  /** Length of the text; every value has it, because the prefix fixes the leading digits. */
  public static final int TEXT_LENGTH = 30;

  private static final int SHORT_TEXT_LENGTH = 12;

  /** What makes the text begin with {@code id}. */
  private static final Base58Check TEXT = new Base58Check(new byte[] {(byte) 0x99, 0x67});

  private final byte[] bytes;

  private PeerId(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A peer id of these bytes, which are copied.
   *
   * @throws IllegalArgumentException unless there are 16
   */
  public static PeerId of(byte[] bytes) {
    return new PeerId(Bytes.exactly(LENGTH, bytes, "a peer id"));
  }

  /** The peer id of the owner of {@code key}. */
  public static PeerId of(PublicKey key) {
    return new PeerId(Blake2b.hash(LENGTH, key.unsafeBytes()));
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException with a sentence for people, if it is not one
   */
  public static PeerId parse(String text) {
    if (text.length() != TEXT_LENGTH) {
      throw new IllegalArgumentException(
          "a peer id has 30 characters, beginning with id; this has " + text.length());
    }
    return new PeerId(TEXT.decode(text, LENGTH, "the peer id"));
  }

  /** A fresh copy of the 16 bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The first twelve characters of the text, as Octez shortens it in its logs. */
  public String toShortString() {
    return toString().substring(0, SHORT_TEXT_LENGTH);
  }

  @Override
  public int compareTo(PeerId other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PeerId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The text form, 30 characters. */
  @Override
  public String toString() {
    return TEXT.encode(bytes);
  }
}
