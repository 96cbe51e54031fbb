/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/**
 * A promise of so many bytes per second, kept as one moment: when the next byte falls due. Whatever
 * the share is given counts, promised or not. What was not asked for is saved for {@link
 * #SAVED_NANOS} only, and what was given in advance is held against it for one item only.
 */
final class Floor {

  private static final double SAVED_NANOS = 20e6;

  private final ByteRate rate;
  private double dueAt;

  Floor(ByteRate rate, double now) {
    this.rate = rate;
    this.dueAt = now;
  }

  /** When the share should be served again, on the ledger's clock. */
  double dueAt() {
    return dueAt;
  }

  void served(int bytes, double now) {
    double from = Math.min(now, Math.max(now - SAVED_NANOS, dueAt));
    dueAt = from + rate.nanosFor(bytes);
  }
}
