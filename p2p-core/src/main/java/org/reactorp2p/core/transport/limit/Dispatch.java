/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import java.util.concurrent.RejectedExecutionException;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * What is to be sent, in front of the turnstile. A link asks its publisher on its own thread, but
 * the turnstile asks on the thread that let the last array through, which may be anybody's: such a
 * request is taken home first.
 */
final class Dispatch extends Flux<byte[]> {

  private final Publisher<byte[]> chunks;
  private final Scheduler home;

  Dispatch(Publisher<byte[]> chunks, Scheduler home) {
    this.chunks = chunks;
    this.home = home;
  }

  /** On the link's thread, as {@code Link.send} promises. */
  @Override
  public void subscribe(CoreSubscriber<? super byte[]> turnstile) {
    chunks.subscribe(new Clerk(turnstile, home));
  }

  private static final class Clerk implements CoreSubscriber<byte[]>, Subscription {
    private final CoreSubscriber<? super byte[]> turnstile;
    private final Scheduler home;
    private final Thread homeThread = Thread.currentThread();
    private Subscription upstream = Operators.emptySubscription();

    Clerk(CoreSubscriber<? super byte[]> turnstile, Scheduler home) {
      this.turnstile = turnstile;
      this.home = home;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      upstream = subscription;
      turnstile.onSubscribe(this);
    }

    @Override
    public void onNext(byte[] chunk) {
      turnstile.onNext(chunk);
    }

    @Override
    public void onError(Throwable failure) {
      turnstile.onError(failure);
    }

    @Override
    public void onComplete() {
      turnstile.onComplete();
    }

    @Override
    public void request(long n) {
      if (Thread.currentThread() == homeThread) {
        upstream.request(n);
      } else {
        atHome(() -> upstream.request(n));
      }
    }

    @Override
    public void cancel() {
      if (Thread.currentThread() == homeThread) {
        upstream.cancel();
      } else {
        atHome(upstream::cancel);
      }
    }

    private void atHome(Runnable task) {
      try {
        home.schedule(task);
      } catch (RejectedExecutionException stopped) {
        // The link's thread has ended: nobody is left to collide with.
        task.run();
      }
    }

    @Override
    public Context currentContext() {
      return turnstile.currentContext();
    }
  }
}
