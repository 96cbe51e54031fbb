/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * One timer, set anew only when it would ring too late. Ringing too early does no harm: whoever is
 * woken looks at the clock. All but the ringing happens on one thread at a time.
 */
final class Alarm {

  private final Scheduler timer;
  private final Runnable bell;
  private Disposable pending = Disposables.disposed();
  private long ringsAt;
  private volatile boolean set; // cleared by the bell, which may ring before the clock says so

  Alarm(Scheduler timer, Runnable bell) {
    this.timer = timer;
    this.bell = bell;
  }

  /**
   * Rings after so long, or before.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the timer takes no tasks
   */
  void ringWithin(long nanos, long now) {
    long ahead = ringsAt - now;
    if (set && ahead > 0 && ahead <= nanos) {
      return;
    }
    pending.dispose();
    set = true;
    ringsAt = now + nanos;
    pending = timer.schedule(this::ring, nanos, TimeUnit.NANOSECONDS);
  }

  void cancel() {
    pending.dispose();
    set = false;
  }

  private void ring() {
    set = false;
    bell.run();
  }
}
