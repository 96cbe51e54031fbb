/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/**
 * When bytes may flow: an account that fills at a rate and is never worth more than one window.
 * Arithmetic over a passed {@code now}, in nanoseconds of a clock that runs evenly; no timer.
 *
 * <p>It is open while it is not in debt, and an open budget lets any one item pass. So an item
 * larger than what is left puts it in debt, by less than that item, and the debt is repaid before
 * the next one.
 *
 * <p>It does not matter who asks or how late: whatever time has passed is worth its bytes, up to
 * one window. A clock that jumps forward buys one window; one that jumps back buys nothing and is
 * counted on from where it stands.
 */
final class Budget {

  /** Asleep until a quarter window is there: fewer wakings, three quarters left for a late one. */
  private static final double WORTH_WAKING = 0.25;

  private final Window window;
  private ByteRate rate;
  private double windowBytes; // at the rate, and with the largest item so far
  private double available; // at most one window; below zero a debt of less than one item
  private long countedTo;
  private int largestItem;

  Budget(ByteRate rate, Window window, long now) {
    this.rate = rate;
    this.window = window;
    this.countedTo = now;
    this.windowBytes = window.bytes(rate, 0);
  }

  /** True if an item may pass now. */
  boolean isOpen(long now) {
    refill(now);
    return available >= 0;
  }

  /** An item passed. */
  void spend(int bytes) {
    if (bytes > largestItem) {
      largestItem = bytes;
      windowBytes = window.bytes(rate, largestItem);
    }
    if (!rate.isUnlimited()) {
      available -= bytes;
    }
  }

  /** An item that was paid for did not pass after all. */
  void refund(int bytes) {
    if (!rate.isUnlimited()) {
      available = Math.min(windowBytes, available + bytes);
    }
  }

  /** How long until it is worth looking again, rounded up; zero if never closed. */
  long nanosUntilWorthwhile(long now) {
    refill(now);
    if (rate.isUnlimited()) {
      return 0;
    }
    double missing = WORTH_WAKING * windowBytes - available;
    return missing <= 0 ? 0 : (long) Math.ceil(rate.nanosFor(missing));
  }

  /** Another rate from now on. A debt stays, unless no limit forgives it. */
  void rate(ByteRate newRate, long now) {
    refill(now);
    rate = newRate;
    windowBytes = window.bytes(rate, largestItem);
    available = newRate.isUnlimited() ? 0 : Math.min(windowBytes, available);
  }

  ByteRate rate() {
    return rate;
  }

  /** One window in bytes, at the present rate and with the items seen so far. */
  double window() {
    return windowBytes;
  }

  private void refill(long now) {
    long elapsed = now - countedTo;
    countedTo = now;
    if (elapsed > 0 && !rate.isUnlimited()) {
      available = Math.min(windowBytes, available + rate.bytesIn(elapsed));
    }
  }
}
