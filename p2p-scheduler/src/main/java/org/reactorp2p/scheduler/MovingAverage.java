/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/**
 * A moving average of bytes per second that is brought up to date when somebody asks. Nothing ticks
 * in between, so there is nothing to stop or to hang, and the path of the bytes pays nothing for
 * it. Asking often or seldom gives the same answer for an even flow.
 */
final class MovingAverage {

  /** What is left of the past after a second, as Octez has it. */
  private static final double LEFT_AFTER_A_SECOND = 0.8;

  private static final double NANOS_PER_SECOND = 1e9;

  private long countedBytes;
  private long countedTo;
  private double bytesPerSecond;

  MovingAverage(long now) {
    this.countedTo = now;
  }

  /** The average, given all bytes so far; a clock that did not move changes nothing. */
  synchronized double at(long totalBytes, long now) {
    double seconds = (now - countedTo) / NANOS_PER_SECOND;
    if (seconds > 0) {
      double left = Math.pow(LEFT_AFTER_A_SECOND, seconds);
      double recent = (totalBytes - countedBytes) / seconds;
      bytesPerSecond = left * bytesPerSecond + (1 - left) * recent;
      countedBytes = totalBytes;
      countedTo = now;
    }
    return bytesPerSecond;
  }
}
