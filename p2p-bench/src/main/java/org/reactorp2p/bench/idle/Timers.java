/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A serial scheduler that knows how many tasks wait for their time. */
final class Timers implements AutoCloseable {

  private final ScheduledThreadPoolExecutor executor;
  private final Scheduler scheduler;

  Timers(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    // As Reactor's own: a timer that is cancelled leaves at once.
    executor.setRemoveOnCancelPolicy(true);
    scheduler = Schedulers.fromExecutorService(executor, name);
  }

  Scheduler scheduler() {
    return scheduler;
  }

  /** Tasks whose time has not come; one that merely waits for its turn is no timer. */
  int waiting() {
    return (int) executor.getQueue().stream().filter(Timers::isEarly).count();
  }

  private static boolean isEarly(Runnable task) {
    return ((Delayed) task).getDelay(TimeUnit.NANOSECONDS) > 0;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
