/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Time that passes only in {@link #pass}, and the tasks that wait for it: a serial scheduler for
 * one thread, the one that made it. Tasks run in the order of their time, and at one time in the
 * order in which they were given.
 *
 * <p>What a task throws comes out of {@link #pass}: in a simulation nothing is lost in a log. So
 * does the use of it from another thread, which could never happen twice in the same way.
 */
public final class VirtualTime implements Scheduler {

  /** Tasks without any time passing; more are a loop that will never end. */
  private static final long MOST_AT_ONCE = 50_000_000;

  private final Thread owner = Thread.currentThread();
  private final long origin;
  private final Queue<Task> ready = new ArrayDeque<>();
  private final PriorityQueue<Task> later = new PriorityQueue<>();
  private long passed;
  private long given;
  private long ran;

  private VirtualTime(Instant origin) {
    this.origin = Math.multiplyExact(origin.toEpochMilli(), 1_000_000L);
  }

  /** Stands at this time of day, in whole milliseconds. */
  public static VirtualTime at(Instant origin) {
    return new VirtualTime(origin);
  }

  /** What has passed since it was made. */
  public Duration passed() {
    return Duration.ofNanos(passed);
  }

  /** How many tasks have run: what the simulation costs, whatever the machine. */
  public long tasks() {
    return ran;
  }

  /**
   * Lets so much time pass, with everything that is to happen in it, tasks that are due at its very
   * end included.
   *
   * @throws IllegalStateException when tasks beget tasks without end at one time
   */
  public void pass(Duration time) {
    requireOwner();
    long end = Math.addExact(passed, time.toNanos());
    long idle = 0;
    for (Task next = next(end); next != null; next = next(end)) {
      idle = next.due > passed ? 0 : idle + 1;
      if (idle > MOST_AT_ONCE) {
        throw new IllegalStateException("tasks run without end at " + passed() + ": " + next);
      }
      passed = Math.max(passed, next.due);
      ran++;
      next.run();
    }
    passed = end;
  }

  private @Nullable Task next(long end) {
    Task first = later.peek();
    boolean due = first != null && first.due <= passed;
    Task waiting = ready.peek();
    if (waiting != null && !(due && first.order < waiting.order)) {
      return ready.poll();
    }
    return first != null && first.due <= end ? later.poll() : null;
  }

  @Override
  public Disposable schedule(Runnable task) {
    requireOwner();
    var next = new Task(task, passed, given++);
    ready.add(next);
    return next;
  }

  @Override
  public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
    if (delay <= 0) {
      return schedule(task);
    }
    requireOwner();
    var next = new Task(task, Math.addExact(passed, unit.toNanos(delay)), given++);
    later.add(next);
    return next;
  }

  @Override
  public Disposable schedulePeriodically(Runnable task, long delay, long period, TimeUnit unit) {
    return Beat.start(this, task, unit.toNanos(delay), Math.max(1, unit.toNanos(period)));
  }

  @Override
  public Worker createWorker() {
    return new SerialWorker(this);
  }

  /** The time of day, in any unit; it only runs forward. */
  @Override
  public long now(TimeUnit unit) {
    return unit.convert(origin + passed, TimeUnit.NANOSECONDS);
  }

  private void requireOwner() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "a simulation runs in one thread, but was touched by " + Thread.currentThread());
    }
  }

  /** Nothing: it ends with those who use it. */
  @Override
  public void dispose() {
    // Belongs to all who use it.
  }
}
