/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

/** What a node aims at while nothing is urgent. */
public enum Steering {
  /** Nothing: as the original, it acts beyond the thresholds only. */
  THRESHOLDS,
  /** The targets: some seconds after it has left them it gently goes back. */
  TARGETS
}
