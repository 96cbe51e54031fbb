/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.time;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** A task at a fixed rate, as an executor has it: what was missed is made up for at once. */
final class Beat implements Disposable {

  private final Scheduler time;
  private final Runnable task;
  private final long period;
  private final Disposable.Swap next = Disposables.swap();
  private long due;

  private Beat(Scheduler time, Runnable task, long first, long period) {
    this.time = time;
    this.task = task;
    this.period = period;
    this.due = first;
  }

  static Beat start(Scheduler time, Runnable task, long delay, long period) {
    var beat = new Beat(time, task, time.now(TimeUnit.NANOSECONDS) + Math.max(0, delay), period);
    beat.arm();
    return beat;
  }

  private void arm() {
    long left = due - time.now(TimeUnit.NANOSECONDS);
    next.update(time.schedule(this::strike, left, TimeUnit.NANOSECONDS));
  }

  private void strike() {
    due += period;
    task.run();
    if (!isDisposed()) {
      arm();
    }
  }

  @Override
  public void dispose() {
    next.dispose();
  }

  @Override
  public boolean isDisposed() {
    return next.isDisposed();
  }
}
