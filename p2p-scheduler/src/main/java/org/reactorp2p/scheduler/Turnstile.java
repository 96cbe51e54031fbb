/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Lets the items of one stream through, one by one, as their turn comes.
 *
 * <p>The source is asked for its next item by whoever finds that there is demand and nothing on the
 * way, so at most one item is held, and {@code demand} is all the bookkeeping there is. While an
 * item passes on the source's own thread the {@link Phase} stays FREE, for the source says nothing
 * in the meantime; an item that waited passes as EMITTING, since its source may end at any moment.
 */
final class Turnstile<T> implements CoreSubscriber<T>, Subscription, Claim, Scannable {

  @SuppressWarnings("rawtypes")
  private static final AtomicLongFieldUpdater<Turnstile> DEMAND =
      AtomicLongFieldUpdater.newUpdater(Turnstile.class, "demand");

  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<Turnstile, Phase> PHASE =
      AtomicReferenceFieldUpdater.newUpdater(Turnstile.class, Phase.class, "phase");

  private final CoreSubscriber<? super T> downstream;
  private final Share share;
  private final ToIntFunction<? super T> sizeOf;
  private final Priority priority;

  private Subscription upstream = Operators.emptySubscription();
  private @Nullable T held; // written before HELD, taken by whoever ends HELD or LAST
  private int heldSize;
  private volatile @Nullable Throwable failure; // the end that an item on its way is followed by
  private volatile Phase phase = Phase.FREE;
  private volatile long demand; // items wanted, the one on its way included

  Turnstile(
      CoreSubscriber<? super T> downstream,
      Share share,
      ToIntFunction<? super T> sizeOf,
      Priority priority) {
    this.downstream = downstream;
    this.share = share;
    this.sizeOf = sizeOf;
    this.priority = priority;
  }

  // The source speaks.

  @Override
  public void onSubscribe(Subscription subscription) {
    if (upstream != Operators.emptySubscription()) {
      subscription.cancel();
      return;
    }
    upstream = subscription;
    downstream.onSubscribe(this);
  }

  @Override
  public void onNext(T item) {
    Objects.requireNonNull(item, "item");
    if (phase == Phase.DONE) {
      discard(item);
      return;
    }
    int size;
    try {
      size = checked(sizeOf.applyAsInt(item));
    } catch (Throwable wrongSize) {
      onError(Operators.onOperatorError(upstream, wrongSize, item, currentContext()));
      discard(item);
      return;
    }
    if (share.isFree()) {
      pass(item, size);
      askNext();
    } else {
      hold(item, size);
    }
  }

  @Override
  public void onComplete() {
    if (PHASE.getAndUpdate(this, Phase::completed) == Phase.FREE) {
      downstream.onComplete();
    }
  }

  @Override
  public void onError(Throwable error) {
    if (!fail(error)) {
      Operators.onErrorDropped(error, currentContext());
    }
  }

  // The subscriber speaks.

  @Override
  public void request(long wanted) {
    if (wanted <= 0) {
      refuse(wanted);
    } else if (Operators.addCap(DEMAND, this, wanted) == 0) {
      upstream.request(1);
    }
  }

  @Override
  public void cancel() {
    Phase before = PHASE.getAndSet(this, Phase.DONE);
    upstream.cancel();
    if (before.holdsItem()) {
      giveBack();
    }
  }

  @Override
  public Context currentContext() {
    return downstream.currentContext();
  }

  // The teller asks, under its lock.

  @Override
  public Account account() {
    return share.account();
  }

  @Override
  public Priority priority() {
    return priority;
  }

  /** Even nothing counts as a byte, or it could go on for ever. */
  @Override
  public int bytes() {
    return Math.max(1, heldSize);
  }

  // The teller speaks, on any thread, to a stream that may have ended in the meantime.

  @Override
  public void granted() {
    if (!PHASE.getAndUpdate(this, Phase::granted).holdsItem()) {
      share.refund(this);
      return;
    }
    try {
      pass(takeHeld(), heldSize);
      switch (PHASE.getAndUpdate(this, Phase::passed)) {
        case EMITTING -> askNext();
        case EMITTING_LAST -> finish(failure);
        default -> {} // cancelled
      }
    } catch (Throwable broken) {
      abandon(broken);
    }
  }

  @Override
  public void refused(Throwable why) {
    upstream.cancel();
    try {
      fail(why);
    } catch (Throwable broken) {
      abandon(broken);
    }
  }

  private void hold(T item, int size) {
    held = item;
    heldSize = size;
    if (!PHASE.compareAndSet(this, Phase.FREE, Phase.HELD)) {
      discard(takeHeld());
      return;
    }
    share.submit(this);
    if (phase == Phase.DONE) {
      share.withdraw(this); // cancelled before it was submitted
    }
  }

  private void pass(T item, int size) {
    share.passed(size);
    downstream.onNext(item);
  }

  private void askNext() {
    Throwable misuse = failure;
    if (misuse != null) {
      upstream.cancel();
      fail(misuse);
    } else if (Operators.produced(DEMAND, this, 1) != 0) {
      upstream.request(1);
    }
  }

  /** Ends with an error, behind the item that is just passing if there is one. */
  private boolean fail(Throwable error) {
    failure = error;
    Phase before = PHASE.getAndUpdate(this, Phase::failed);
    if (before.holdsItem()) {
      giveBack();
    }
    if (before == Phase.FREE || before.holdsItem()) {
      downstream.onError(error);
    }
    return before != Phase.DONE;
  }

  private void finish(@Nullable Throwable error) {
    if (error == null) {
      downstream.onComplete();
    } else {
      downstream.onError(error);
    }
  }

  /** No demand at all is an error (rule 3.9); it is told at once, or behind the item on its way. */
  private void refuse(long wanted) {
    failure = Exceptions.nullOrNegativeRequestException(wanted);
    if (Operators.addCap(DEMAND, this, 1) == 0) {
      askNext();
    }
  }

  /** The subscriber threw, which it must not: that is the end of this stream and of no other. */
  private void abandon(Throwable broken) {
    cancel();
    Operators.onErrorDropped(broken, currentContext());
  }

  private void giveBack() {
    share.withdraw(this);
    discard(takeHeld());
  }

  private T takeHeld() {
    T item = Objects.requireNonNull(held, "held");
    held = null;
    return item;
  }

  private void discard(T item) {
    Operators.onDiscard(item, currentContext());
  }

  private static int checked(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("an item has at least 0 bytes, got " + size);
    }
    return size;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Object scanUnsafe(Attr key) {
    if (key == Attr.PARENT) {
      return upstream;
    }
    if (key == Attr.ACTUAL) {
      return downstream;
    }
    if (key == Attr.REQUESTED_FROM_DOWNSTREAM) {
      return demand;
    }
    if (key == Attr.BUFFERED) {
      return phase.holdsItem() ? 1 : 0;
    }
    if (key == Attr.TERMINATED) {
      return phase == Phase.DONE;
    }
    return key == Attr.RUN_STYLE ? Attr.RunStyle.ASYNC : null;
  }
}
