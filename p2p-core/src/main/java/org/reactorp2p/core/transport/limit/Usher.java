/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.limit.Receipt.Speaking;
import org.reactorp2p.scheduler.Share;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * Takes home what comes through the turnstile on a strange thread, and whatever follows while that
 * is on its way, so that nothing is overtaken. The turnstile asks for the next item only when one
 * has passed and more is wanted, so what is on its way is no more than was asked for.
 */
final class Usher implements CoreSubscriber<Chunk>, Subscription {

  private final CoreSubscriber<? super Chunk> actual;
  private final Scheduler home;
  private final Share share;
  private final Speaking link;

  /** Signals that were handed to the link's thread and have not been delivered. */
  private final AtomicInteger underWay = new AtomicInteger();

  private Subscription turnstile = Operators.emptySubscription();
  private volatile boolean cancelled;

  Usher(CoreSubscriber<? super Chunk> actual, Scheduler home, Share share, Speaking link) {
    this.actual = actual;
    this.home = home;
    this.share = share;
    this.link = link;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    turnstile = subscription;
    actual.onSubscribe(this);
  }

  @Override
  public void onNext(Chunk chunk) {
    if (isAtHome()) {
      actual.onNext(chunk);
    } else {
      // More may be asked for as soon as we return, and these bytes are then read over.
      Chunk kept = chunk.copy();
      takeHome(() -> deliver(kept));
    }
  }

  @Override
  public void onError(Throwable failure) {
    Throwable told = LimitedLink.told(failure, share);
    if (isAtHome()) {
      actual.onError(told);
    } else {
      takeHome(() -> actual.onError(told));
    }
  }

  @Override
  public void onComplete() {
    if (isAtHome()) {
      actual.onComplete();
    } else {
      takeHome(actual::onComplete);
    }
  }

  private boolean isAtHome() {
    return link.isHere() && underWay.get() == 0;
  }

  private void takeHome(Runnable signal) {
    underWay.incrementAndGet();
    try {
      home.schedule(() -> arrive(signal));
    } catch (RejectedExecutionException stopped) {
      // The link's thread has ended: nobody is left to collide with.
      arrive(signal);
    }
  }

  private void arrive(Runnable signal) {
    if (!cancelled) {
      signal.run();
    }
    underWay.decrementAndGet();
  }

  /** A subscriber that throws ends its own stream and nothing else. */
  private void deliver(Chunk chunk) {
    try {
      actual.onNext(chunk);
    } catch (Throwable thrown) {
      Exceptions.throwIfJvmFatal(thrown);
      cancel();
      Operators.onErrorDropped(thrown, currentContext());
    }
  }

  @Override
  public void request(long n) {
    turnstile.request(n);
  }

  @Override
  public void cancel() {
    cancelled = true;
    turnstile.cancel();
  }

  @Override
  public Context currentContext() {
    return actual.currentContext();
  }
}
