/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A clock and a timer that move by hand. Whoever asks the time pays for a look at the real clock,
 * as always, and is told another.
 */
final class HandTimer implements Scheduler {
  private final AtomicReference<Runnable> pending = new AtomicReference<>(() -> {});
  private long now;
  private long realTime;

  long now() {
    realTime = System.nanoTime();
    return now;
  }

  /** Time passes, and the timer rings. */
  void pass(long nanos) {
    now += nanos;
    pending.get().run();
  }

  @Override
  public Disposable schedule(Runnable task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    pending.set(task);
    return Disposables.disposed();
  }

  @Override
  public Worker createWorker() {
    return Schedulers.immediate().createWorker();
  }
}
