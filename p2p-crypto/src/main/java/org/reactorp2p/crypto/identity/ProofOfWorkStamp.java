/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The 24 bytes that, hashed after a public key, give a small number. Immutable. */
public final class ProofOfWorkStamp {
  /** Length in bytes. */
  public static final int LENGTH = 24;

  private final byte[] bytes;

  private ProofOfWorkStamp(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A stamp of these bytes, which are copied.
   *
   * @throws IllegalArgumentException unless there are 24
   */
  public static ProofOfWorkStamp of(byte[] bytes) {
    return new ProofOfWorkStamp(Bytes.exactly(LENGTH, bytes, "a proof-of-work stamp"));
  }

  /**
   * A stamp written as 48 hex digits of either case.
   *
   * @throws IllegalArgumentException with a sentence for people, if it is not one
   */
  public static ProofOfWorkStamp ofHex(String hex) {
    return new ProofOfWorkStamp(Bytes.ofHex(LENGTH, hex, "a proof-of-work stamp"));
  }

  /**
   * A random stamp, where mining may begin.
   *
   * @throws RandomnessException if the source fails, or hands out bytes that are all the same
   */
  public static ProofOfWorkStamp draw(RandomGenerator random) {
    return new ProofOfWorkStamp(RandomnessException.draw(random, LENGTH, "a proof-of-work stamp"));
  }

  /** A fresh copy of the 24 bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Writes the 24 bytes to {@code destination} from {@code offset} on. */
  public void copyTo(byte[] destination, int offset) {
    System.arraycopy(bytes, 0, destination, offset, LENGTH);
  }

  /** 48 lower-case hex digits. */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** The bytes themselves, for this package to read and not to change. */
  byte[] unsafeBytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProofOfWorkStamp that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 48 lower-case hex digits. */
  @Override
  public String toString() {
    return toHex();
  }
}
