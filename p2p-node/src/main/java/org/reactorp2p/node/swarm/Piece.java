/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One message of the swarm: a piece of the file that one node broadcasts. Origin and index name it
 * in the whole swarm. The bytes are not copied and must not be changed.
 *
 * @param origin number of the node that broadcasts, from 0
 * @param index place in the file, from 0
 * @param count how many pieces the file has, at least 1
 * @param bytes the piece itself
 */
record Piece(int origin, int index, int count, byte[] bytes) {

  Piece {
    if (origin < 0 || origin > 0xffff || index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "no piece is number " + index + " of " + count + " of node " + origin);
    }
  }

  /** The file cut into pieces of {@code size} bytes, the last one shorter; an empty file is one. */
  static List<Piece> cut(byte[] file, int size, int origin) {
    int count = Math.max(1, (int) (((long) file.length + size - 1) / size));
    return IntStream.range(0, count)
        .mapToObj(index -> new Piece(origin, index, count, slice(file, index, size)))
        .toList();
  }

  private static byte[] slice(byte[] file, int index, int size) {
    int from = index * size;
    return Arrays.copyOfRange(file, from, (int) Math.min((long) from + size, file.length));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Piece that
        && origin == that.origin
        && index == that.index
        && count == that.count
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * origin + index;
  }

  @Override
  public String toString() {
    return "Piece("
        + index
        + " of "
        + count
        + " from node "
        + origin
        + ", "
        + bytes.length
        + " bytes)";
  }
}
