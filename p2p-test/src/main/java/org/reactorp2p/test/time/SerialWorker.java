/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.time;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** A worker of a serial scheduler: all that it adds is that its tasks end with it. */
final class SerialWorker implements Scheduler.Worker {

  private final Scheduler time;
  private boolean disposed;

  SerialWorker(Scheduler time) {
    this.time = time;
  }

  @Override
  public Disposable schedule(Runnable task) {
    return disposed ? Disposables.disposed() : time.schedule(whileAlive(task));
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    return disposed ? Disposables.disposed() : time.schedule(whileAlive(task), delay, unit);
  }

  @Override
  public Disposable schedulePeriodically(Runnable task, long delay, long period, TimeUnit unit) {
    return disposed
        ? Disposables.disposed()
        : time.schedulePeriodically(whileAlive(task), delay, period, unit);
  }

  private Runnable whileAlive(Runnable task) {
    return () -> {
      if (!disposed) {
        task.run();
      }
    };
  }

  @Override
  public void dispose() {
    disposed = true;
  }

  @Override
  public boolean isDisposed() {
    return disposed;
  }
}
