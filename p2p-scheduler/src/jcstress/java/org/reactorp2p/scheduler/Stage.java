/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A budget of a byte per nanosecond, a clock that is moved by hand, and a timer that never rings.
 */
final class Stage {

  static final int ITEM = 100;

  final AtomicLong clock = new AtomicLong();
  final BandwidthScheduler scheduler =
      BandwidthScheduler.create(ByteRate.of(1_000_000_000), new SilentTimer(), clock::get);

  /** A stream that has been given one item, whose debt closes the budget until {@link #open}. */
  Stream debtor() {
    Stream debtor = new Stream(scheduler.open(1));
    debtor.offer();
    return debtor;
  }

  Stream stream() {
    return new Stream(scheduler.open(1));
  }

  /** Time passes: enough for many items. */
  void open() {
    clock.addAndGet(1_000 * ITEM);
  }

  /** A turnstile with its source in our hands, and a list of what came out of it. */
  static final class Stream implements CoreSubscriber<Integer>, Subscription {

    final Share share;
    final Turnstile<Integer> turnstile;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Stream(Share share) {
      this.share = share;
      this.turnstile = new Turnstile<>(this, share, item -> item, Priority.BULK);
      turnstile.onSubscribe(this);
    }

    void offer() {
      turnstile.onNext(ITEM);
    }

    /** What was heard, in order, such as "item end". */
    String heard() {
      return String.join(" ", heard);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Integer item) {
      heard.add("item");
    }

    @Override
    public void onError(Throwable error) {
      heard.add("error");
    }

    @Override
    public void onComplete() {
      heard.add("end");
    }

    @Override
    public void request(long wanted) {}

    @Override
    public void cancel() {}
  }

  private static final class SilentTimer implements Scheduler {

    @Override
    public Disposable schedule(Runnable task) {
      return Disposables.single();
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
      return Disposables.single();
    }

    @Override
    public Worker createWorker() {
      return Schedulers.immediate().createWorker();
    }
  }
}
