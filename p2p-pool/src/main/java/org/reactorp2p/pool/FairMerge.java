/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Merges streams in turn: whoever has an item ready queues for its turn, and queues again at the
 * end when the next one is ready. Holds one item of each stream, and asks for no more. {@code
 * flatMap} serves the stream it served last first, so that a subscriber who asks for one item at a
 * time hears of the busiest only.
 *
 * @param <T> the items
 */
final class FairMerge<T> {

  private final FluxSink<T> sink;
  private final Disposable.Composite subscriptions = Disposables.composite();

  /** Streams that hold an item or have ended, each at most twice. Polled by the drain loop. */
  private final Queue<Inner> ready = new ConcurrentLinkedQueue<>();

  private final AtomicInteger draining = new AtomicInteger();

  /** Streams that have not ended, the stream of streams among them. */
  private final AtomicInteger open = new AtomicInteger(1);

  private FairMerge(FluxSink<T> sink) {
    this.sink = sink;
  }

  /**
   * Merges what the mapper makes of the sources.
   *
   * @param atOnce how many at once; a further one waits until one of them has ended
   */
  static <S, T> Flux<T> of(Flux<S> sources, Function<S, Flux<T>> mapper, int atOnce) {
    return Flux.create(
        sink -> new FairMerge<>(sink).start(sources.map(mapper), atOnce),
        FluxSink.OverflowStrategy.ERROR);
  }

  private void start(Flux<Flux<T>> sources, int atOnce) {
    var outer = new Outer(atOnce);
    subscriptions.add(outer);
    sink.onDispose(subscriptions);
    sink.onRequest(demand -> drain(outer));
    sources.subscribe(outer);
  }

  /** One thread emits at a time; the others leave a note. */
  private void drain(Outer outer) {
    if (draining.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    do {
      while (serve(outer)) {
        // The next one, please.
      }
      missed = draining.addAndGet(-missed);
    } while (missed != 0);
  }

  /** Serves the one at the head of the queue; false if there is none, or nobody asked. */
  private boolean serve(Outer outer) {
    Inner first = ready.peek();
    if (first == null) {
      return false;
    }
    T item = first.held;
    if (item == null) {
      ready.poll();
      subscriptions.remove(first);
      closeOne();
      outer.request(1);
      return true;
    }
    if (sink.requestedFromDownstream() == 0) {
      return false;
    }
    ready.poll();
    first.held = null;
    sink.next(item);
    first.request(1);
    return true;
  }

  private void closeOne() {
    if (open.decrementAndGet() == 0) {
      sink.complete();
    }
  }

  /** The stream of streams. */
  private final class Outer extends BaseSubscriber<Flux<T>> {

    private final int atOnce;

    Outer(int atOnce) {
      this.atOnce = atOnce;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      request(atOnce);
    }

    @Override
    protected void hookOnNext(Flux<T> source) {
      open.incrementAndGet();
      var inner = new Inner(this);
      if (subscriptions.add(inner)) {
        source.subscribe(inner);
      }
    }

    @Override
    protected void hookOnComplete() {
      closeOne();
    }

    @Override
    protected void hookOnError(Throwable failure) {
      sink.error(failure);
    }
  }

  /** One of the streams. */
  private final class Inner extends BaseSubscriber<T> {

    private final Outer outer;
    private volatile @Nullable T held;

    Inner(Outer outer) {
      this.outer = outer;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      request(1);
    }

    @Override
    protected void hookOnNext(T item) {
      held = item;
      queue();
    }

    @Override
    protected void hookOnComplete() {
      queue();
    }

    @Override
    protected void hookOnError(Throwable failure) {
      sink.error(failure);
    }

    private void queue() {
      ready.add(this);
      drain(outer);
    }
  }
}
