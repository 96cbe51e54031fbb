/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * One budget of bytes per second, shared among any number of streams by weight: of the streams that
 * wait, the one served least so far, relative to its weight, goes next. One of these is needed for
 * each direction.
 *
 * <p>All methods may be called from any thread. An item that has to wait is delivered by whichever
 * thread finds that its turn has come: its own, that of another stream, or the timer's; so follow
 * the operator with {@code publishOn} where the thread matters, and never block behind it.
 *
 * <p>Without a limit an item passes on its own thread, and no timer, queue or lock is touched.
 */
public final class BandwidthScheduler implements Disposable {

  private final Teller teller;
  private final LongSupplier nanoClock;
  private final Alarm alarm;
  private final AtomicInteger wakings = new AtomicInteger();
  private final Set<Share> shares = new HashSet<>(); // guarded by itself, as is the next
  private long totalOfClosed;
  private final MovingAverage average;
  private volatile ByteRate rate;
  private volatile boolean disposed;

  private BandwidthScheduler(
      ByteRate rate, Window window, Scheduler timer, LongSupplier nanoClock) {
    long now = nanoClock.getAsLong();
    this.rate = rate;
    this.nanoClock = nanoClock;
    this.teller = new Teller(rate, window, now);
    this.alarm = new Alarm(Objects.requireNonNull(timer, "timer"), this::drain);
    this.average = new MovingAverage(now);
  }

  /**
   * A scheduler with short windows.
   *
   * @param timer wakes streams that wait; not owned, not disposed. Should it take no more tasks,
   *     this scheduler disposes itself rather than let anybody wait for ever
   * @param nanoClock nanoseconds that only run forward, such as {@code System::nanoTime}
   */
  public static BandwidthScheduler create(ByteRate rate, Scheduler timer, LongSupplier nanoClock) {
    return create(rate, Window.SHORT, timer, nanoClock);
  }

  /** The same with another window. */
  public static BandwidthScheduler create(
      ByteRate rate, Window window, Scheduler timer, LongSupplier nanoClock) {
    Objects.requireNonNull(rate, "rate");
    return new BandwidthScheduler(rate, window, timer, nanoClock);
  }

  /**
   * Another party to the budget.
   *
   * @param weight relative to those of the others, from 0.001 to 1,000
   * @throws IllegalArgumentException if the weight is out of range or not a number
   * @throws IllegalStateException if disposed
   */
  public Share open(double weight) {
    Share share = new Share(this, teller, Share.checked(weight), nanoClock);
    synchronized (shares) {
      if (disposed) {
        throw new IllegalStateException("the scheduler is disposed");
      }
      shares.add(share);
    }
    teller.open(share.account());
    return share;
  }

  /** Another rate from now on, {@link ByteRate#UNLIMITED} for none. What is owed stays owed. */
  public void rate(ByteRate newRate) {
    Objects.requireNonNull(newRate, "rate");
    synchronized (shares) {
      teller.rate(newRate, now());
      rate = newRate;
    }
    drain();
  }

  public ByteRate rate() {
    return rate;
  }

  /** What has flowed through all shares, closed ones included. Visits every share. */
  public FlowStat stat() {
    long now = now();
    long total;
    synchronized (shares) {
      total = totalOfClosed + shares.stream().mapToLong(Share::totalBytes).sum();
    }
    return teller.stat(total, average.at(total, now), now);
  }

  /**
   * Ends it for ever: whatever waits fails at once with {@link CancellationException}, without help
   * from the timer, and every other stream does so with its next item.
   */
  @Override
  public void dispose() {
    List<Share> closing;
    synchronized (shares) {
      disposed = true;
      closing = new ArrayList<>(shares);
    }
    teller.close();
    closing.forEach(Share::dispose);
    drain();
  }

  @Override
  public boolean isDisposed() {
    return disposed;
  }

  boolean isUnlimited() {
    return rate.isUnlimited();
  }

  /** Takes a share out of the statistics, keeping what it has had. */
  void forget(Share share) {
    synchronized (shares) {
      if (shares.remove(share)) {
        totalOfClosed += share.totalBytes();
      }
    }
  }

  /**
   * Serves all that may pass now. One thread drains; a grant that leads to a new claim is served by
   * the loop, never by recursion.
   */
  void drain() {
    if (wakings.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    do {
      for (Claim claim = teller.next(now()); claim != null; claim = teller.next(now())) {
        claim.granted();
      }
      setAlarm();
      missed = wakings.addAndGet(-missed);
    } while (missed != 0);
  }

  private void setAlarm() {
    long now = now();
    long nanos = teller.nanosUntilNext(now);
    if (disposed) {
      alarm.cancel();
    } else if (nanos != Long.MAX_VALUE) {
      try {
        alarm.ringWithin(nanos, now);
      } catch (RejectedExecutionException timerIsGone) {
        dispose();
      }
    }
  }

  private long now() {
    return nanoClock.getAsLong();
  }
}
