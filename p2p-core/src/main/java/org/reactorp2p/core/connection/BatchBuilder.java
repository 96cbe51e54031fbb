/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.session.Sealer;

/**
 * Cuts messages into frames, seals them and lays them one behind the other, so that many small
 * messages leave with one write.
 *
 * <p>Every message starts a frame, as the original writes it. A large message that is ours alone is
 * sealed where it lies; the rest is collected in an array that belongs to the thread and not to the
 * connection, and leaves as a copy of exactly its length. Once the link has sent an array it is one
 * of the {@link Spares}.
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
  private final Tally tally;

  private @Nullable Outgoing current;
  private int nextFrame;

  /**
   * @param tally told of each message when its last frame is in a batch
   */
  BatchBuilder(Outbox outbox, Sealer sealer, WireLimits limits, Tally tally) {
    this.outbox = outbox;
    this.sealer = sealer;
    this.limits = limits;
    this.tally = tally;
  }

  /** The next batch, sealed; or null when nothing waits. */
  byte @Nullable [] next() {
    Outgoing first = current();
    if (first == null) {
      return null;
    }
    if (first instanceof Outgoing.Own own && own.length() >= LARGE && own.isOneFrame(limits)) {
      FrameCodec.putSealedLength(own.bytes(), 0, own.length());
      done(own); // which looks at its tag, and so comes first
      seal(own.bytes(), 0, own.bytes().length);
      return own.bytes();
    }
    return collected(first);
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
        done(next);
      }
    }
    return Spares.copyOf(batch, filled);
  }

  private boolean fits(Outgoing next, int filled) {
    int left = next.length() - nextFrame * limits.framePlaintext();
    return FrameCodec.OVERHEAD + Math.min(left, limits.framePlaintext()) <= BATCH - filled;
  }

  /** Seals the frame that is laid out at {@code [offset, offset + frame)}. */
  private void seal(byte[] array, int offset, int frame) {
    sealer.seal(array, offset + FrameCodec.HEADER_LENGTH, frame - FrameCodec.OVERHEAD);
  }

  private void done(Outgoing message) {
    current = null;
    tally.sentMessage(MessageKind.ofTag(message.tag()), message.length());
  }
}
