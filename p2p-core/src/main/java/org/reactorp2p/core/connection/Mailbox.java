/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import reactor.util.concurrent.Queues;

/**
 * The one bounded queue of the house: bounded in bytes and in messages, any number of producers,
 * one consumer.
 *
 * <p>Once closed, always closed: no offer that comes after {@link #close} succeeds, and every offer
 * that succeeded before it is found by {@link #clear}, so nothing accepted is ever lost silently.
 */
final class Mailbox<T> {

  // One word holds the whole truth, so that limit, count and closing can never disagree:
  //   bit 63        closed
  //   bits 62..24   bytes charged
  //   bits 23..0    messages
  private static final long CLOSED = Long.MIN_VALUE;
  private static final int COUNT_BITS = 24;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  private final Queue<T> queue;
  private final MailboxLimits limits;
  private final ToIntFunction<T> lengthOf;
  private final AtomicLong load = new AtomicLong();

  private Mailbox(Supplier<Queue<T>> queue, MailboxLimits limits, ToIntFunction<T> lengthOf) {
    this.queue = queue.get();
    this.limits = limits;
    this.lengthOf = lengthOf;
  }

  /** A mailbox that many threads may fill. */
  static <T> Mailbox<T> ofManyProducers(MailboxLimits limits, ToIntFunction<T> lengthOf) {
    return new Mailbox<>(Queues.unboundedMultiproducer(), limits, lengthOf);
  }

  /** A mailbox that one thread fills. */
  static <T> Mailbox<T> ofOneProducer(MailboxLimits limits, ToIntFunction<T> lengthOf) {
    return new Mailbox<>(Queues.unbounded(Queues.XS_BUFFER_SIZE), limits, lengthOf);
  }

  /** What became of an offer. */
  enum Offer {
    ACCEPTED,
    FULL,
    CLOSED
  }

  /** Takes the item if there is room; the last one taken may exceed the bound in bytes. */
  Offer offer(T item) {
    long charge = charge(item);
    long seen;
    do {
      seen = load.get();
      if (seen < 0) {
        return Offer.CLOSED;
      }
      if (full(seen)) {
        return Offer.FULL;
      }
    } while (!load.compareAndSet(seen, seen + charge));
    queue.add(item);
    return Offer.ACCEPTED;
  }

  /** Takes the item even when full, for a producer that stops by {@link #hasRoom} itself. */
  Offer force(T item) {
    long charge = charge(item);
    long seen;
    do {
      seen = load.get();
      if (seen < 0) {
        return Offer.CLOSED;
      }
    } while (!load.compareAndSet(seen, seen + charge));
    queue.add(item);
    return Offer.ACCEPTED;
  }

  /** The consumer's side: the oldest item, or null. */
  @Nullable T poll() {
    T item = queue.poll();
    if (item != null) {
      load.addAndGet(-charge(item));
    }
    return item;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  boolean hasRoom() {
    return !full(load.get() & ~CLOSED);
  }

  /** True when at most half of either bound is used: the point to wake a producer that waits. */
  boolean isHalfEmpty() {
    long seen = load.get() & ~CLOSED;
    return bytes(seen) <= limits.maxBytes() / 2 && count(seen) <= limits.maxMessages() / 2;
  }

  int count() {
    return count(load.get() & ~CLOSED);
  }

  /** Bytes charged: encodings plus {@link MailboxLimits#OVERHEAD} each. */
  long bytes() {
    return bytes(load.get() & ~CLOSED);
  }

  long roomInBytes() {
    return Math.max(0, limits.maxBytes() - bytes());
  }

  /** Refuses whatever comes from now on. What is inside stays until polled or cleared. */
  void close() {
    load.getAndUpdate(seen -> seen | CLOSED);
  }

  /** The consumer's side: throws away what is inside, and says how many messages that were. */
  int clear() {
    int discarded = 0;
    while (poll() != null) {
      discarded++;
    }
    return discarded;
  }

  private long charge(T item) {
    return ((long) lengthOf.applyAsInt(item) + MailboxLimits.OVERHEAD << COUNT_BITS) + 1;
  }

  private boolean full(long seen) {
    return bytes(seen) >= limits.maxBytes() || count(seen) >= limits.maxMessages();
  }

  private static long bytes(long seen) {
    return seen >>> COUNT_BITS;
  }

  private static int count(long seen) {
    return (int) (seen & COUNT_MASK);
  }
}
