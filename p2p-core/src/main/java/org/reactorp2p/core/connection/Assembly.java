/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import org.reactorp2p.core.wire.FrameAssembler;
import org.reactorp2p.core.wire.MessageAssembler;
import org.reactorp2p.core.wire.WireLimits;
import reactor.core.Disposable;

/**
 * The price of unfinished things: what a message that has begun and not ended may cost in memory,
 * and for how long. Looked at once per chunk, when the chunk is used up.
 *
 * <p>Confined to the link's thread.
 */
final class Assembly implements Disposable {

  /** Each connection has room for a frame; only what goes beyond is drawn from the budget. */
  private static final int FREE = WireLimits.MAX_FRAME_SIZE;

  private final AssemblyBudget budget;
  private final ProgressWatch watch;
  private final Runnable wake;

  private long drawn;
  private long finishedBefore;
  private boolean disposed;

  /**
   * @param wake called from any thread when the budget may have what it lacked
   */
  Assembly(AssemblyBudget budget, ProgressWatch watch, Runnable wake) {
    this.budget = budget;
    this.watch = watch;
    this.wake = wake;
  }

  /** Bytes have come. */
  void gained(int bytes) {
    watch.gain(bytes);
  }

  /** We do not read for a while, for reasons of our own: nobody is to blame for standing still. */
  void pause() {
    watch.finish();
  }

  /** True when the next chunk may be asked for; otherwise {@code wake} is called. */
  boolean mayReadOn(FrameAssembler frames, MessageAssembler<?> messages, Tally tally) {
    long finished = tally.messagesReceived();
    if (finished != finishedBefore) {
      finishedBefore = finished;
      watch.finish(); // whatever is unfinished now has begun in this chunk
    }
    if (frames.isBetweenFrames() && messages.partialLength() == 0) {
      watch.finish();
    } else {
      watch.begin();
    }
    return draw(messages.reservedBytes());
  }

  private boolean draw(int held) {
    long needed = Math.max(0, held - FREE);
    if (needed <= drawn) {
      budget.release(drawn - needed);
      drawn = needed;
      return true;
    }
    if (!reserve(needed - drawn)) {
      budget.awaitRelease(wake);
      if (!reserve(needed - drawn)) {
        if (drawn == 0) {
          pause(); // who holds a part must get on or let go, but this one stands in nobody's way
        }
        return false;
      }
    }
    drawn = needed;
    return true;
  }

  private boolean reserve(long bytes) {
    return !disposed && budget.reserve(bytes);
  }

  @Override
  public void dispose() {
    disposed = true;
    watch.dispose();
    budget.forget(wake);
    budget.release(drawn);
    drawn = 0;
  }
}
