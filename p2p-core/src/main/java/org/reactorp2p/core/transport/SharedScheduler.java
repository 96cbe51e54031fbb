/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * A scheduler that many may use and none may end, for those who write a transport: disposing of it
 * has no effect.
 */
public final class SharedScheduler implements Scheduler {

  private final Scheduler scheduler;

  /** Passes everything but its end on to {@code scheduler}. */
  public SharedScheduler(Scheduler scheduler) {
    this.scheduler = Objects.requireNonNull(scheduler, "scheduler");
  }

  @Override
  public Disposable schedule(Runnable task) {
    return scheduler.schedule(task);
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    return scheduler.schedule(task, delay, unit);
  }

  @Override
  public Disposable schedulePeriodically(Runnable task, long delay, long period, TimeUnit unit) {
    return scheduler.schedulePeriodically(task, delay, period, unit);
  }

  @Override
  public long now(TimeUnit unit) {
    return scheduler.now(unit);
  }

  @Override
  public Worker createWorker() {
    return scheduler.createWorker();
  }

  @Override
  public boolean isDisposed() {
    return scheduler.isDisposed();
  }

  @Override
  public void dispose() {
    // It belongs to all who use it.
  }
}
