/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.Arrays;
import java.util.Objects;

/**
 * What one read of a link brought: a stretch of an array that the link reads into, lent for a while
 * as {@link Link#receive()} says. Whoever wants the bytes for longer takes a {@link #copy()}.
 *
 * @param array of the link's; only the stretch may be touched
 * @param start of the stretch
 * @param end behind its last byte
 */
public record Chunk(byte[] array, int start, int end) {

  /** No bytes. */
  public static final Chunk EMPTY = of(new byte[0]);

  public Chunk {
    Objects.checkFromToIndex(start, end, array.length);
  }

  /** The whole of an array. */
  public static Chunk of(byte[] whole) {
    return new Chunk(whole, 0, whole.length);
  }

  /** How many bytes it has. */
  public int length() {
    return end - start;
  }

  /** What is left of it from {@code index} of the array on; the same bytes, lent for as long. */
  public Chunk from(int index) {
    return new Chunk(array, index, end);
  }

  /** The same bytes in an array of their own, which belongs to the caller for good. */
  public Chunk copy() {
    return of(toBytes());
  }

  /** A copy of the bytes. */
  public byte[] toBytes() {
    return Arrays.copyOfRange(array, start, end);
  }
}
