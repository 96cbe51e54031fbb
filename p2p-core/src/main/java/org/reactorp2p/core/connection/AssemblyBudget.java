/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all connections together may hold in unfinished messages.
 *
 * <p>A message of up to one frame is not counted here, since every connection has room for that;
 * what a longer one holds beyond it is drawn from this budget as its bytes come. A connection that
 * finds the budget empty stops reading until others give back: TCP then slows its peer. The budget
 * never refuses when it is untouched, so that one message larger than the whole budget can pass
 * alone. A peer that sits on its part is closed by the stall window of its connection, and what it
 * held comes back.
 *
 * <p>Thread-safe.
 */
public final class AssemblyBudget {

  private final long maxBytes;
  private final AtomicLong used = new AtomicLong();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /**
   * @param maxBytes at least 1
   */
  public AssemblyBudget(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("the budget must be positive, but is " + maxBytes);
    }
    this.maxBytes = maxBytes;
  }

  /** Bytes the connections may hold together. */
  public long maxBytes() {
    return maxBytes;
  }

  /** Bytes held now. */
  public long used() {
    return used.get();
  }

  /** Draws {@code bytes}, or nothing: false when they are not there. */
  boolean reserve(long bytes) {
    long seen;
    do {
      seen = used.get();
      if (seen > 0 && seen + bytes > maxBytes) {
        return false;
      }
    } while (!used.compareAndSet(seen, seen + bytes));
    return true;
  }

  /** Gives back, and wakes everybody who waits: each of them tries again. */
  void release(long bytes) {
    if (bytes > 0) {
      used.addAndGet(-bytes);
      for (Runnable waiter; (waiter = waiting.poll()) != null; ) {
        waiter.run();
      }
    }
  }

  /**
   * Calls {@code wake} once, from whichever thread gives back next. The caller must try to reserve
   * once more after this returned, since a release may have come just before.
   */
  void awaitRelease(Runnable wake) {
    waiting.add(wake);
  }

  /** Nobody is to be woken by it any more; what it holds, perhaps half a message, may go. */
  void forget(Runnable wake) {
    waiting.removeIf(waiter -> waiter == wake);
  }
}
