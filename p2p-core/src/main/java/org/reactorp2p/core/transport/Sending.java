/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One publisher on its way through an {@link Outlet}: requests an array, hands it over, requests
 * the next.
 *
 * <pre>
 *   requested ──onNext──▶ pending ──write──▶ in flight ──written──▶ requested …
 * </pre>
 *
 * <p>The publisher may signal from any thread. Whatever it says is first noted in a field and then
 * acted upon on the loop by {@link #drain}, so that a completion can never overtake an array.
 */
final class Sending implements CoreSubscriber<byte[]>, Subscription {

  /** Arrays written in one turn before other links of the loop get theirs. */
  private static final int TURN = 16;

  private final Outlet outlet;
  private final Publisher<byte[]> chunks;
  private final CoreSubscriber<? super Void> actual;

  private volatile @Nullable Subscription upstream;
  private volatile byte @Nullable [] pending;
  private volatile boolean done;
  private volatile @Nullable Throwable error;
  private volatile boolean cancelled;

  // Confined to the loop.
  private boolean finished;
  private boolean draining;
  private boolean requested;

  Sending(Outlet outlet, Publisher<byte[]> chunks, CoreSubscriber<? super Void> actual) {
    this.outlet = outlet;
    this.chunks = chunks;
    this.actual = actual;
  }

  void start() {
    if (cancelled) {
      finish();
    } else {
      chunks.subscribe(this);
    }
  }

  /** Ends it from the side of the link. */
  void abandon(Throwable cause) {
    if (!finished) {
      finish();
      actual.onError(cause);
    }
  }

  /** Does what can be done now. Called on the loop; calls from within are turns of its loop. */
  void drain() {
    if (draining) {
      return;
    }
    draining = true;
    int turns = 0;
    try {
      while (!finished && step()) {
        if (++turns == TURN) {
          outlet.loop().execute(this::drain);
          return;
        }
      }
    } finally {
      draining = false;
    }
  }

  /** One move; true if another may follow. */
  private boolean step() {
    if (outlet.isBusy()) {
      return false;
    }
    byte[] chunk = pending;
    if (chunk != null) {
      pending = null;
      requested = false;
      return chunk.length == 0 || outlet.write(chunk);
    }
    if (done) {
      conclude();
      return false;
    }
    return ask();
  }

  private boolean ask() {
    Subscription s = upstream;
    if (requested || s == null) {
      return false;
    }
    requested = true;
    s.request(1);
    return pending != null || done;
  }

  private void conclude() {
    Throwable cause = error;
    boolean heard = !cancelled;
    finish();
    if (heard && cause == null) {
      actual.onComplete();
    } else if (heard) {
      actual.onError(cause);
    }
  }

  private void finish() {
    finished = true;
    pending = null;
    outlet.ended(this);
    Subscription s = upstream;
    if (s != null && !done) {
      s.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    if (Operators.validate(upstream, subscription)) {
      upstream = subscription;
      outlet.loop().run(this::begin);
    }
  }

  private void begin() {
    Subscription s = upstream;
    if (finished && s != null) {
      s.cancel();
    } else {
      drain();
    }
  }

  @Override
  public void onNext(byte[] chunk) {
    if (pending != null) {
      onError(new IllegalStateException("the publisher sends more than was requested"));
      return;
    }
    pending = chunk;
    outlet.loop().run(this::drain);
  }

  @Override
  public void onError(Throwable cause) {
    error = cause;
    onComplete();
  }

  @Override
  public void onComplete() {
    done = true;
    outlet.loop().run(this::drain);
  }

  /** The sender's own demand: there is no element to wait for. */
  @Override
  public void request(long n) {
    Operators.validate(n);
  }

  @Override
  public void cancel() {
    cancelled = true;
    outlet.loop().run(this::withdraw);
  }

  private void withdraw() {
    if (!finished) {
      finish();
    }
  }

  @Override
  public Context currentContext() {
    return actual.currentContext();
  }
}
