/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes whose meaning the application knows, and nobody else. Immutable; alike by content. */
public final class Opaque {

  private final byte[] bytes;

  private Opaque(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These bytes, copied. */
  public static Opaque of(byte[] bytes) {
    return new Opaque(bytes.clone());
  }

  /** How many. */
  public int length() {
    return bytes.length;
  }

  /** A copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Opaque that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The length; never the content. */
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
