/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * The time of one node: the same seconds as everywhere, and a wall clock, a pause and an end of its
 * own. What becomes due while the node is frozen happens at once when it thaws, as after a long
 * pause of a process; what was to happen after its end never does, as after a kill.
 */
public final class NodeTime implements Scheduler {

  private final VirtualTime time;
  private final Duration wallClockOff;
  private final Queue<Runnable> missed = new ArrayDeque<>();
  private boolean frozen;
  private boolean ended;

  /**
   * @param wallClockOff by how much its wall clock is ahead, or behind if negative; to be known
   *     from the start, since a node looks at it once and counts from there
   */
  public NodeTime(VirtualTime time, Duration wallClockOff) {
    this.time = time;
    this.wallClockOff = wallClockOff;
  }

  /** Nothing happens from now on. */
  public void freeze() {
    frozen = true;
  }

  /** It goes on, with all that was missed first. */
  public void thaw() {
    frozen = false;
    for (int left = missed.size(); left > 0; left--) {
      time.schedule(missed.remove());
    }
  }

  private Runnable here(Runnable task) {
    return () -> {
      if (ended) {
        return;
      }
      if (frozen) {
        missed.add(here(task));
      } else {
        task.run();
      }
    };
  }

  @Override
  public Disposable schedule(Runnable task) {
    return ended ? Disposables.disposed() : time.schedule(here(task));
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    return ended ? Disposables.disposed() : time.schedule(here(task), delay, unit);
  }

  @Override
  public Disposable schedulePeriodically(Runnable task, long delay, long period, TimeUnit unit) {
    return Beat.start(this, task, unit.toNanos(delay), Math.max(1, unit.toNanos(period)));
  }

  @Override
  public Worker createWorker() {
    return new SerialWorker(this);
  }

  /** Milliseconds and longer are the wall clock's, shorter ones a counter's that is never wrong. */
  @Override
  public long now(TimeUnit unit) {
    boolean wallClock = unit.compareTo(TimeUnit.MILLISECONDS) >= 0;
    long off = wallClock ? unit.convert(wallClockOff) : 0;
    return time.now(unit) + off;
  }

  /** Kills what is left of the node. */
  @Override
  public void dispose() {
    ended = true;
    missed.clear();
  }

  @Override
  public boolean isDisposed() {
    return ended;
  }
}
