/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

/** How a number of connections stands to the {@link Bounds}. */
public enum Level {
  /** Below the lower threshold: too few. */
  SHORT,
  /** Between the lower threshold and the lower target. */
  LOW,
  /** Between the targets. */
  RIGHT,
  /** Between the upper target and the upper threshold. */
  HIGH,
  /** Above the upper threshold: too many. */
  CROWDED;

  /** Whether the number is within the thresholds: nothing is urgent. */
  public boolean holds() {
    return this != SHORT && this != CROWDED;
  }
}
