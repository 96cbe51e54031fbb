/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.connection.Mailbox.Offer;

/**
 * The sending mailbox, and the senders that wait until it has room.
 *
 * <p>Any thread puts in; only the link's thread takes out and admits those who wait. Nobody
 * overtakes somebody who waits.
 */
final class Outbox {

  /** Somebody who waits for room. Hears one of the two, once, unless it withdraws before. */
  interface Waiter {

    /**
     * There is room for at least one message: put it in now, by {@link Outbox#force}. Called on the
     * link's thread.
     */
    void admit();

    /** There will never be room. Called on the link's thread, or on that of who comes too late. */
    void refuse(DisconnectReason reason);
  }

  private final Mailbox<Outgoing> mailbox;
  private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Runnable wake;
  private volatile @Nullable DisconnectReason closedFor;

  /**
   * @param wake called after every message put in, and when somebody begins to wait; must bring the
   *     link's thread to look
   */
  Outbox(MailboxLimits limits, Runnable wake) {
    this.mailbox = Mailbox.ofManyProducers(limits, Outgoing::length);
    this.wake = wake;
  }

  /** Takes the message if there is room and nobody waits for it. */
  Offer offer(Outgoing message) {
    if (waiting.get() > 0) {
      return Offer.FULL;
    }
    return woken(mailbox.offer(message));
  }

  /** Takes the message in any case but the end: for a sender that was admitted. */
  Offer force(Outgoing message) {
    return woken(mailbox.force(message));
  }

  private Offer woken(Offer offer) {
    if (offer == Offer.ACCEPTED) {
      wake.run();
    }
    return offer;
  }

  /** True when a sender may go on without waiting. */
  boolean hasRoom() {
    return mailbox.hasRoom() && waiting.get() == 0;
  }

  long roomInBytes() {
    return mailbox.roomInBytes();
  }

  /** Queues up. The waiter is admitted or refused later, in its turn. */
  void await(Waiter waiter) {
    waiting.incrementAndGet();
    waiters.add(waiter);
    DisconnectReason reason = closedFor;
    if (reason == null) {
      wake.run();
    } else {
      refuseWaiters(reason); // the end came in between, and may not have seen this one
    }
  }

  /** Leaves the line, if it still stands there, and takes what it holds along. */
  void withdraw(Waiter waiter) {
    if (waiters.remove(waiter)) {
      waiting.decrementAndGet();
    }
  }

  int queued() {
    return mailbox.count();
  }

  /** How many senders wait for room. */
  int waiting() {
    return waiting.get();
  }

  // ---- the link's thread ----

  @Nullable Outgoing poll() {
    return mailbox.poll();
  }

  boolean isEmpty() {
    return mailbox.isEmpty();
  }

  /** True when somebody waits who could be let in. */
  boolean canAdmit() {
    return mailbox.hasRoom() && !waiters.isEmpty();
  }

  /** Lets those in who wait, as long as there is room. */
  void admitWaiters() {
    while (waiting.get() > 0 && mailbox.hasRoom()) {
      Waiter next = waiters.poll();
      if (next == null) {
        return; // its owner counts itself but is not queued yet, and wakes us; or it withdraws
      }
      waiting.decrementAndGet();
      next.admit();
    }
  }

  /** Takes no more, and refuses those who wait. What is inside stays. */
  void close(DisconnectReason reason) {
    mailbox.close();
    closedFor = reason;
    refuseWaiters(reason);
  }

  private void refuseWaiters(DisconnectReason reason) {
    for (Waiter waiter; (waiter = waiters.poll()) != null; ) {
      waiting.decrementAndGet();
      waiter.refuse(reason);
    }
  }

  /** Throws away what is inside. */
  int clear() {
    return mailbox.clear();
  }
}
