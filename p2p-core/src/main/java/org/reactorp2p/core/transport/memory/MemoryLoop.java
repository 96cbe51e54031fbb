/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.transport.Loop;
import org.reactorp2p.core.transport.SharedScheduler;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** One worker of the scheduler that was passed in; everything in a memory network runs on it. */
final class MemoryLoop implements Loop {

  private final Scheduler serial;
  private final Scheduler shared;

  /** The thread inside a task right now. */
  private volatile @Nullable Thread running;

  MemoryLoop(Scheduler scheduler) {
    this.serial = Schedulers.single(scheduler);
    this.shared = new SharedScheduler(serial);
  }

  Scheduler scheduler() {
    return shared;
  }

  @Override
  public boolean isCurrent() {
    return running == Thread.currentThread();
  }

  @Override
  public void execute(Runnable task) {
    serial.schedule(() -> enter(task));
  }

  /** Like {@link #execute}, and can be called off. */
  Disposable soon(Runnable task) {
    return serial.schedule(() -> enter(task));
  }

  /** Runs the task so much later; without a delay, in the next turn. */
  void in(Duration delay, Runnable task) {
    if (delay.isZero()) {
      execute(task);
    } else {
      after(delay, task);
    }
  }

  Disposable after(Duration delay, Runnable task) {
    return serial.schedule(() -> enter(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void enter(Runnable task) {
    running = Thread.currentThread();
    try {
      task.run();
    } finally {
      running = null;
    }
  }
}
