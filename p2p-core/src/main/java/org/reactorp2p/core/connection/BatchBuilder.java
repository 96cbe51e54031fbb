/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.session.Sealer;

/**
 * Cuts messages into frames, seals them and lays them one behind the other, so that many small
 * messages leave with one write.
 *
 * <p>Every message starts a frame, as the original writes it. A large message that is ours alone is
 * sealed where it lies; the rest is collected in an array that belongs to the thread and not to the
 * connection, and leaves as a copy of exactly its length.
 *
 * <p>Confined to the link's thread.
 */
final class BatchBuilder {

  /** A batch holds one frame of the largest size, or as many small ones as fit. */
  static final int BATCH = WireLimits.MAX_FRAME_SIZE;

  /** From here on, sealing in place saves more than collecting does. */
  private static final int LARGE = 16 << 10;

  private static final ThreadLocal<byte[]> SCRATCH = ThreadLocal.withInitial(() -> new byte[BATCH]);

  private final Outbox outbox;
  private final Sealer sealer;
  private final WireLimits limits;

  private @Nullable Outgoing current;
  private int nextFrame;
  private int messages;

  BatchBuilder(Outbox outbox, Sealer sealer, WireLimits limits) {
    this.outbox = outbox;
    this.sealer = sealer;
    this.limits = limits;
  }

  /** The next batch, sealed; or null when nothing waits. */
  byte @Nullable [] next() {
    messages = 0;
    Outgoing first = current();
    if (first == null) {
      return null;
    }
    if (first instanceof Outgoing.Own own && own.length() >= LARGE && own.isOneFrame(limits)) {
      FrameCodec.putSealedLength(own.bytes(), 0, own.length());
      seal(own.bytes(), 0, own.bytes().length);
      done();
      return own.bytes();
    }
    return collected(first);
  }

  /** Messages of which the last frame is in the batch that {@link #next} gave last. */
  int messages() {
    return messages;
  }

  /** Gives up the message that has been begun and not ended; returns how many that were. */
  int abandon() {
    int abandoned = current == null ? 0 : 1;
    current = null;
    return abandoned;
  }

  private @Nullable Outgoing current() {
    if (current == null) {
      current = outbox.poll();
      nextFrame = 0;
    }
    return current;
  }

  private byte[] collected(Outgoing first) {
    byte[] batch = SCRATCH.get();
    int filled = 0;
    for (Outgoing next = first; next != null && fits(next, filled); next = current()) {
      int frame = next.layOutFrame(nextFrame, limits, batch, filled);
      seal(batch, filled, frame);
      filled += frame;
      nextFrame++;
      if ((long) nextFrame * limits.framePlaintext() >= next.length()) {
        done();
      }
    }
    return Arrays.copyOf(batch, filled);
  }

  private boolean fits(Outgoing next, int filled) {
    int left = next.length() - nextFrame * limits.framePlaintext();
    return FrameCodec.OVERHEAD + Math.min(left, limits.framePlaintext()) <= BATCH - filled;
  }

  /** Seals the frame that is laid out at {@code [offset, offset + frame)}. */
  private void seal(byte[] array, int offset, int frame) {
    sealer.seal(array, offset + FrameCodec.HEADER_LENGTH, frame - FrameCodec.OVERHEAD);
  }

  private void done() {
    current = null;
    messages++;
  }
}
