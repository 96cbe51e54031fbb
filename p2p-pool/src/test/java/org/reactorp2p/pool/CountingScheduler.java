/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** Knows which timers of a scheduler are still to ring. */
final class CountingScheduler implements Scheduler {

  private final Scheduler actual;
  private final Set<Object> waiting = ConcurrentHashMap.newKeySet();

  CountingScheduler(Scheduler actual) {
    this.actual = actual;
  }

  /** Timers that have neither rung nor been cancelled. */
  int waiting() {
    return waiting.size();
  }

  @Override
  public Disposable schedule(Runnable task) {
    return actual.schedule(task);
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    Object token = new Object();
    waiting.add(token);
    Disposable timer =
        actual.schedule(
            () -> {
              waiting.remove(token);
              task.run();
            },
            delay,
            unit);
    return () -> {
      waiting.remove(token);
      timer.dispose();
    };
  }

  @Override
  public Disposable schedulePeriodically(Runnable task, long delay, long period, TimeUnit unit) {
    Object token = new Object();
    waiting.add(token);
    Disposable timer = actual.schedulePeriodically(task, delay, period, unit);
    return () -> {
      waiting.remove(token);
      timer.dispose();
    };
  }

  @Override
  public Worker createWorker() {
    return actual.createWorker();
  }

  @Override
  public long now(TimeUnit unit) {
    return actual.now(unit);
  }
}
