/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * The receiving mailbox and the stream that empties it.
 *
 * <p>One producer, the link's thread; one subscriber, for ever. A message that finds the subscriber
 * waiting passes straight through and is never queued; otherwise it waits in the mailbox, and the
 * thread that requests it delivers it. When the mailbox has been full and is half empty again, the
 * producer is told, so that it reads on.
 */
final class Inbox<T> extends Flux<T> {

  /** A message that had to wait, with the bytes it is charged for. */
  private record Waiting<T>(T message, int length) {}

  /** What the stream does when the subscriber next lets it. */
  private enum Phase {
    OPEN,
    /** No more comes; what waits is still delivered, and then the end is told. */
    ENDED,
    /** No more comes, and what waits is thrown away. */
    ABORTED,
    /** Nobody listens any more. */
    CANCELLED
  }

  @SuppressWarnings("rawtypes")
  private static final AtomicLongFieldUpdater<Inbox> REQUESTED =
      AtomicLongFieldUpdater.newUpdater(Inbox.class, "requested");

  private final Mailbox<Waiting<T>> mailbox;
  private final Runnable onRoom;
  private final Consumer<Throwable> onSubscriberFailure;

  private final AtomicBoolean taken = new AtomicBoolean(); // by a subscriber
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPEN);
  private final AtomicLong discarded = new AtomicLong();
  // Above zero while one thread delivers; the others leave a note by adding one.
  private final AtomicInteger delivering = new AtomicInteger();
  // There once it has its subscription: no signal may come before that one.
  private volatile @Nullable CoreSubscriber<? super T> subscriber;
  private volatile long requested;
  private volatile boolean producerWaits;
  private volatile @Nullable Throwable failure;
  private boolean told; // that it is over; guarded by delivering

  /**
   * @param onRoom called by whichever thread made room, after {@link #awaitRoom} said false
   * @param onSubscriberFailure told, on the delivering thread, when the subscriber throws
   */
  Inbox(MailboxLimits limits, Runnable onRoom, Consumer<Throwable> onSubscriberFailure) {
    this.mailbox = Mailbox.ofOneProducer(limits, Waiting::length);
    this.onRoom = onRoom;
    this.onSubscriberFailure = onSubscriberFailure;
  }

  // ---- the producer's side: the link's thread ----

  /** Hands a message over. Never refuses: the producer asks {@link #awaitRoom} between frames. */
  void deliver(T message, int length) {
    if (phase.get() != Phase.OPEN) {
      discarded.incrementAndGet();
      return;
    }
    CoreSubscriber<? super T> actual = subscriber;
    if (actual == null || requested == 0 || !delivering.compareAndSet(0, 1)) {
      mailbox.force(new Waiting<>(message, length));
      drain();
      return;
    }
    if (requested > 0 && mailbox.isEmpty()) {
      if (next(actual, message)) {
        Operators.produced(REQUESTED, this, 1);
      }
    } else {
      mailbox.force(new Waiting<>(message, length));
      deliverQueued();
    }
    if (delivering.decrementAndGet() != 0) {
      drainLoop();
    }
  }

  /** True when there is room for more; otherwise {@code onRoom} is called as soon as there is. */
  boolean awaitRoom() {
    if (mailbox.hasRoom()) {
      return true;
    }
    producerWaits = true;
    // Looked at again, because the consumer may have made room before it could see that we wait.
    if (mailbox.isHalfEmpty()) {
      producerWaits = false;
      return true;
    }
    return false;
  }

  boolean hasRoom() {
    return mailbox.hasRoom();
  }

  /** No more will come. What waits is delivered on demand, and then the end or the failure. */
  void end(@Nullable Throwable cause) {
    producerWaits = false;
    finish(Phase.ENDED, cause);
  }

  /** No more will come, and what waits is thrown away. */
  void abort(@Nullable Throwable cause) {
    producerWaits = false;
    finish(Phase.ABORTED, cause);
  }

  /** Messages that came and were not delivered, because of a cancel or of the end. */
  long discarded() {
    return discarded.get();
  }

  int queued() {
    return mailbox.count();
  }

  // ---- the subscriber's side: any thread ----

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    if (taken.compareAndSet(false, true)) {
      actual.onSubscribe(new Demand());
      subscriber = actual;
      drain();
    } else {
      Operators.error(
          actual, new IllegalStateException("a connection's messages have one subscriber, once"));
    }
  }

  private final class Demand implements Subscription {

    @Override
    public void request(long n) {
      if (n > 0) {
        Operators.addCap(REQUESTED, Inbox.this, n);
        drain();
      } else {
        // Rule 3.9 of Reactive Streams: a request that is not positive is told as an error.
        finish(
            Phase.ABORTED,
            new IllegalArgumentException("rule 3.9: the request must be positive, not " + n));
      }
    }

    @Override
    public void cancel() {
      phase.set(Phase.CANCELLED);
      drain();
    }
  }

  // ---- delivery: one thread at a time ----

  private void finish(Phase to, @Nullable Throwable cause) {
    if (phase.get() == Phase.OPEN) {
      failure = cause;
    }
    if (phase.compareAndSet(Phase.OPEN, to) || phase.compareAndSet(Phase.ENDED, to)) {
      drain();
    }
  }

  private void drain() {
    if (delivering.getAndIncrement() == 0) {
      drainLoop();
    }
  }

  private void drainLoop() {
    int missed = delivering.get();
    do {
      deliverQueued();
      missed = delivering.addAndGet(-missed);
    } while (missed != 0);
  }

  private void deliverQueued() {
    CoreSubscriber<? super T> actual = subscriber;
    if (actual == null) {
      if (phase.get() != Phase.OPEN) {
        // Nobody came in time, and who comes late gets the end only: what has ended holds nothing.
        discarded.addAndGet(mailbox.clear());
      }
      return;
    }
    long demand = requested;
    long delivered = deliverUpTo(demand, actual);
    if (delivered > 0 && demand != Long.MAX_VALUE) {
      REQUESTED.addAndGet(this, -delivered);
    }
    conclude(actual);
    if (producerWaits && mailbox.isHalfEmpty()) {
      producerWaits = false;
      onRoom.run();
    }
  }

  private long deliverUpTo(long demand, CoreSubscriber<? super T> actual) {
    long delivered = 0;
    while (delivered < demand && (phase.get() == Phase.OPEN || phase.get() == Phase.ENDED)) {
      Waiting<T> waiting = mailbox.poll();
      if (waiting == null || !next(actual, waiting.message())) {
        return delivered;
      }
      delivered++;
    }
    return delivered;
  }

  private void conclude(CoreSubscriber<? super T> actual) {
    Phase now = phase.get();
    if (now == Phase.OPEN) {
      return;
    }
    if (now != Phase.ENDED) {
      discarded.addAndGet(mailbox.clear());
    }
    if (mailbox.isEmpty() && !told) {
      told = true;
      if (now != Phase.CANCELLED) {
        tellTheEnd(actual);
      }
    }
  }

  private void tellTheEnd(CoreSubscriber<? super T> actual) {
    Throwable cause = failure;
    try {
      if (cause == null) {
        actual.onComplete();
      } else {
        actual.onError(cause);
      }
    } catch (Throwable thrown) {
      Exceptions.throwIfJvmFatal(thrown);
      // The connection has its reason, and its socket is still to be closed by whoever called.
      Operators.onErrorDropped(thrown, actual.currentContext());
    }
  }

  /** False when the subscriber threw: then nothing more reaches it, and the connection ends. */
  private boolean next(CoreSubscriber<? super T> actual, T message) {
    try {
      actual.onNext(message);
      return true;
    } catch (Throwable thrown) {
      Exceptions.throwIfJvmFatal(thrown);
      phase.set(Phase.CANCELLED);
      onSubscriberFailure.accept(thrown);
      return false;
    }
  }
}
