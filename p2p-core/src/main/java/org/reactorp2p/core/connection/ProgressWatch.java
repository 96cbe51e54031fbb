/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Notices that something unfinished stands still. It reads no clock: it counts the ticks of a timer
 * that runs only while something is unfinished, four to a window, so that an idle connection costs
 * no timer and a busy one at most one every quarter of a window.
 *
 * <p>A tick does not count when we held the bytes back ourselves for half of it or more, such as
 * for our own limit of bandwidth; what is gained meanwhile does.
 *
 * <p>Confined to the link's thread, where the ticks are brought too.
 */
final class ProgressWatch implements Disposable {

  private static final int TICKS_PER_WINDOW = 4;

  private final Scheduler timer;
  private final Scheduler home;
  private final long tickNanos;
  private final long minimumGain;
  private final Supplier<Duration> heldBack;
  private final Runnable onStall;

  private boolean unfinished;
  private boolean disposed;
  private int ticks;
  private long gained;
  private Duration heldBefore = Duration.ZERO;
  private @Nullable Disposable armed;

  /**
   * @param timer counts the time
   * @param home the link's thread
   * @param minimumGain what must be gained per window; less is a stall
   * @param heldBack for how long we have held back ourselves what is watched, added up
   * @param onStall called once, on the link's thread
   */
  ProgressWatch(
      Scheduler timer,
      Scheduler home,
      Duration window,
      long minimumGain,
      Supplier<Duration> heldBack,
      Runnable onStall) {
    this.timer = timer;
    this.home = home;
    this.tickNanos = Math.max(1, window.toNanos() / TICKS_PER_WINDOW);
    this.minimumGain = Math.max(1, minimumGain);
    this.heldBack = heldBack;
    this.onStall = onStall;
  }

  /** Something is unfinished now; a window begins unless one runs already. */
  void begin() {
    if (!unfinished && !disposed) {
      unfinished = true;
      restart();
      if (armed == null) {
        arm();
      }
    }
  }

  /** Whatever was begun has grown. */
  void gain(long amount) {
    gained += amount;
  }

  /** Nothing is unfinished any more. */
  void finish() {
    unfinished = false;
  }

  /** A new window for the same thing: for time that was our own fault. */
  void restart() {
    ticks = 0;
    gained = 0;
  }

  @Override
  public void dispose() {
    disposed = true;
    unfinished = false;
    if (armed != null) {
      armed.dispose();
      armed = null;
    }
  }

  /** Whether it stood still for our sake since the last tick, or for most of that time. */
  private boolean wasOurs() {
    return 2 * heldBack.get().minus(heldBefore).toNanos() >= tickNanos;
  }

  private void arm() {
    heldBefore = heldBack.get();
    armed = timer.schedule(() -> home.schedule(this::tick), tickNanos, TimeUnit.NANOSECONDS);
  }

  private void tick() {
    armed = null;
    if (!unfinished) {
      return;
    }
    if (!wasOurs()) {
      ticks++;
    }
    if (ticks > TICKS_PER_WINDOW) {
      if (gained < minimumGain) {
        unfinished = false;
        onStall.run();
        return;
      }
      restart();
    }
    arm();
  }
}
