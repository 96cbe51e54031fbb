/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Large arrays that have been sent, to be filled again. A new one has to be cleared first, in
 * memory that no cache holds, and that takes longer than to fill it. A stream of messages of one
 * length finds here what it needs; whoever does not gets a new array, as ever.
 *
 * <p>They belong to a thread and not to a connection, so that a thousand idle ones hold nothing.
 * What lies here has been sealed, and so is no secret.
 */
final class Spares {

  /** Shorter ones are not worth the search. */
  static final int LEAST = 16 << 10;

  /** A thread keeps no more. */
  static final int KEPT = 4;

  private static final ThreadLocal<Deque<byte[]>> MINE =
      ThreadLocal.withInitial(() -> new ArrayDeque<>(KEPT + 1));

  private Spares() {}

  /** An array of exactly this length, with anything in it. */
  static byte[] array(int length) {
    if (length >= LEAST) {
      for (Iterator<byte[]> spares = MINE.get().iterator(); spares.hasNext(); ) {
        byte[] spare = spares.next();
        if (spare.length == length) {
          spares.remove();
          return spare;
        }
      }
    }
    return new byte[length];
  }

  /** The first bytes of an array, in one of exactly this length. */
  static byte[] copyOf(byte[] bytes, int length) {
    if (length < LEAST) {
      return Arrays.copyOf(bytes, length);
    }
    byte[] copy = array(length);
    System.arraycopy(bytes, 0, copy, 0, length);
    return copy;
  }

  /** Puts away an array that nobody else holds any more, to be taken first: it is the warmest. */
  static void putAway(byte[] array) {
    if (array.length >= LEAST) {
      Deque<byte[]> spares = MINE.get();
      spares.addFirst(array);
      if (spares.size() > KEPT) {
        spares.removeLast();
      }
    }
  }
}
