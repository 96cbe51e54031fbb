/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A clock that is moved by hand and the one timer that goes with it; the last task set counts. */
final class VirtualTimer implements Scheduler {
  private long now;
  private long ringsAt = Long.MAX_VALUE;
  private Runnable task = () -> {};

  long now() {
    return now;
  }

  /** Time passes; whatever falls due meanwhile is done at its moment. */
  void pass(long nanos) {
    long end = now + nanos;
    while (ringsAt <= end) {
      now = ringsAt;
      ringsAt = Long.MAX_VALUE;
      task.run();
    }
    now = end;
  }

  @Override
  public Disposable schedule(Runnable next) {
    return schedule(next, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public Disposable schedule(Runnable next, long delay, TimeUnit unit) {
    task = next;
    ringsAt = now + unit.toNanos(delay);
    return Disposables.disposed();
  }

  @Override
  public Worker createWorker() {
    return Schedulers.immediate().createWorker();
  }
}
