/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.util.concurrent.ScheduledThreadPoolExecutor;
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

  int waiting() {
    return executor.getQueue().size();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
