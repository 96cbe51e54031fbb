/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * Brings the outcome of a Mono to the decisions' thread. Unlike an ordinary subscriber it hands
 * over a value even when it was cancelled meanwhile: the value is a socket, and somebody must close
 * it.
 */
final class Landing<T> implements CoreSubscriber<T>, Disposable {

  private final Scheduler decisions;
  private final Context context;
  private final Consumer<T> onValue;
  private final Consumer<Throwable> onFailure;
  private final Disposable.Swap upstream = Disposables.swap();
  private volatile boolean landed;

  private Landing(
      Scheduler decisions, Context context, Consumer<T> onValue, Consumer<Throwable> onFailure) {
    this.decisions = decisions;
    this.context = context;
    this.onValue = onValue;
    this.onFailure = onFailure;
  }

  /**
   * Subscribes, in this context; disposing cancels. Both consumers are called on the decisions'
   * thread.
   */
  static <T> Disposable of(
      Mono<T> source,
      Scheduler decisions,
      Context context,
      Consumer<T> onValue,
      Consumer<Throwable> onFailure) {
    var landing = new Landing<>(decisions, context, onValue, onFailure);
    source.subscribe(landing);
    return landing;
  }

  @Override
  public Context currentContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream.update(subscription::cancel);
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T value) {
    landed = true;
    decisions.schedule(() -> onValue.accept(value));
  }

  @Override
  public void onError(Throwable failure) {
    decisions.schedule(() -> onFailure.accept(failure));
  }

  /** The value, if there was one, is on its way already. */
  @Override
  public void onComplete() {}

  /** Cancels, unless the value has come: then it is no longer ours to cancel. */
  @Override
  public void dispose() {
    if (!landed) {
      upstream.dispose();
    }
  }

  @Override
  public boolean isDisposed() {
    return landed || upstream.isDisposed();
  }
}
