/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * One party to the budget of a {@link BandwidthScheduler}, such as one connection. It may have any
 * number of streams, which share its part. All methods may be called from any thread, and what is
 * set counts from the next item on.
 */
public final class Share implements Disposable {

  private static final double LEAST_WEIGHT = 1e-3;
  private static final double MOST_WEIGHT = 1e3;

  private static final AtomicLongFieldUpdater<Share> TOTAL =
      AtomicLongFieldUpdater.newUpdater(Share.class, "total");

  private final BandwidthScheduler scheduler;
  private final Teller teller;
  private final Account account;
  private final LongSupplier nanoClock;
  private final MovingAverage average;
  private volatile long total;
  private volatile boolean capped;
  private volatile boolean disposed;

  Share(BandwidthScheduler scheduler, Teller teller, double weight, LongSupplier nanoClock) {
    this.scheduler = scheduler;
    this.teller = teller;
    this.account = new Account(weight);
    this.nanoClock = nanoClock;
    this.average = new MovingAverage(nanoClock.getAsLong());
  }

  static double checked(double weight) {
    if (!(weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT)) {
      throw new IllegalArgumentException("a weight lies between 0.001 and 1,000, got " + weight);
    }
    return weight;
  }

  /**
   * The stream slowed down to this share, as {@link Priority#BULK}. Cold, and as many subscribers
   * as the source has. Asks the source for one item when one is wanted and the last has passed, so
   * holds no more than the item whose turn it awaits. Completion follows that item; an error or a
   * cancellation discards it and gives its turn back. Fails with {@link CancellationException} once
   * the share or the scheduler is disposed.
   *
   * @param bytes the size of an item; where it throws or is negative, this stream fails
   */
  public <T> Flux<T> limit(Flux<T> source, ToIntFunction<? super T> bytes) {
    return limit(source, bytes, Priority.BULK);
  }

  /** The same with another priority. */
  public <T> Flux<T> limit(Flux<T> source, ToIntFunction<? super T> bytes, Priority priority) {
    return LimitedFlux.of(source, this, bytes, priority);
  }

  /** {@link #limit(Flux, ToIntFunction)} for {@link Flux#transform}. */
  public <T> Function<Flux<T>, Flux<T>> limiting(ToIntFunction<? super T> bytes) {
    return source -> limit(source, bytes);
  }

  /**
   * Another weight, from 0.001 to 1,000.
   *
   * @throws IllegalArgumentException if it is out of range or not a number
   */
  public void weight(double weight) {
    teller.weight(account, checked(weight));
  }

  /**
   * Served at least so fast before anybody's fair turn counts. All floors together are kept up to
   * three quarters of the whole rate while others wait.
   *
   * @throws IllegalArgumentException if the rate is unlimited, which nobody can be promised
   */
  public void floor(ByteRate rate) {
    if (rate.isUnlimited()) {
      throw new IllegalArgumentException("a floor is a limited rate, got " + rate);
    }
    teller.floor(account, rate, nanoClock.getAsLong());
    scheduler.drain();
  }

  /** Fair turns only, as at the beginning. */
  public void removeFloor() {
    teller.floor(account, null, nanoClock.getAsLong());
  }

  /** Never served faster, whatever is left over; {@link ByteRate#UNLIMITED} for no ceiling. */
  public void ceiling(ByteRate rate) {
    capped = !rate.isUnlimited();
    teller.ceiling(account, capped ? rate : null, nanoClock.getAsLong());
    scheduler.drain();
  }

  /** What has flowed through this share. */
  public FlowStat stat() {
    long now = nanoClock.getAsLong();
    long bytes = totalBytes();
    return teller.stat(account, bytes, average.at(bytes, now), now);
  }

  /** Ends the share: whatever waits fails at once, any other stream with its next item. */
  @Override
  public void dispose() {
    disposed = true;
    List<Claim> orphans = teller.close(account, nanoClock.getAsLong());
    scheduler.forget(this);
    orphans.forEach(claim -> claim.refused(closed()));
  }

  @Override
  public boolean isDisposed() {
    return disposed;
  }

  /** True if an item may pass without a look at the ledger. */
  boolean isFree() {
    return scheduler.isUnlimited() && !capped && !disposed;
  }

  /** Tells the holder at once, or later from another thread; never keeps it waiting. */
  void submit(Claim claim) {
    switch (teller.submit(claim, nanoClock.getAsLong())) {
      case GRANTED -> claim.granted();
      case QUEUED -> scheduler.drain();
      case CLOSED -> claim.refused(closed());
    }
  }

  void withdraw(Claim claim) {
    teller.withdraw(claim, nanoClock.getAsLong());
  }

  void refund(Claim claim) {
    teller.refund(claim, nanoClock.getAsLong());
    scheduler.drain();
  }

  void passed(int bytes) {
    TOTAL.addAndGet(this, bytes);
  }

  long totalBytes() {
    return total;
  }

  Account account() {
    return account;
  }

  private static CancellationException closed() {
    return new CancellationException("the share of the bandwidth is disposed");
  }
}
