/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * Runs tasks when told, on the thread that tells it, in the order they came. Time stands still:
 * what is to be done later is never done, so a replay waits for nothing and no time limit strikes.
 */
final class HandScheduler implements Scheduler {
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  /** Runs all that is to be run, and what comes of it. */
  void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  @Override
  public Disposable schedule(Runnable task) {
    Disposable live = Disposables.single();
    tasks.add(
        () -> {
          if (!live.isDisposed()) {
            task.run();
          }
        });
    return live;
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    return delay <= 0 ? schedule(task) : Disposables.single();
  }

  @Override
  public Disposable schedulePeriodically(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    return Disposables.single();
  }

  @Override
  public Worker createWorker() {
    return new Hand();
  }

  /** All there is to a worker here: it can be told to take no more. */
  private final class Hand implements Worker {
    private final Disposable retired = Disposables.single();

    @Override
    public Disposable schedule(Runnable task) {
      return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
      return isDisposed()
          ? Disposables.disposed()
          : HandScheduler.this.schedule(
              () -> {
                if (!isDisposed()) {
                  task.run();
                }
              },
              delay,
              unit);
    }

    @Override
    public void dispose() {
      retired.dispose();
    }

    @Override
    public boolean isDisposed() {
      return retired.isDisposed();
    }
  }
}
