/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a link: bytes on their way, no more than its capacity. Copies what goes in, so
 * that sender and receiver share no array. Pure; confined to the loop.
 */
final class Pipe {

  private final int capacity;
  private final Queue<byte[]> segments = new ArrayDeque<>(4);
  private int landed;
  private int held;
  private boolean ended;

  Pipe(int capacity) {
    this.capacity = capacity;
  }

  /** Takes what fits, from {@code offset} on, and says how many bytes that was. */
  int write(byte[] chunk, int offset) {
    int taken = Math.min(capacity - held, chunk.length - offset);
    if (taken > 0) {
      segments.add(Arrays.copyOfRange(chunk, offset, offset + taken));
      held += taken;
    }
    return taken;
  }

  /** One more write has come to this end. */
  void land() {
    landed = Math.min(landed + 1, segments.size());
  }

  /** The next bytes that have come to this end, or null if there are none for now. */
  byte @Nullable [] read() {
    if (landed == 0) {
      return null;
    }
    landed--;
    byte[] segment = segments.remove();
    held -= segment.length;
    return segment;
  }

  /** This end was told that nothing more will be written. */
  void end() {
    ended = true;
  }

  /** Whether everything ever written was read, and no more will come. */
  boolean isExhausted() {
    return ended && segments.isEmpty();
  }

  /** Forgets what is on its way. */
  void clear() {
    segments.clear();
    landed = 0;
    held = 0;
  }
}
