/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

/** Whom to let go. */
public enum VictimPolicy {
  /** Never those we trust; last those that are useful, old, or dialled by ourselves. */
  PROTECTIVE(new ProtectiveVictims()),
  /** As the original: anybody, but for those that are both trusted and private. */
  ORIGINAL(new RandomVictims());

  private final VictimChoice choice;

  VictimPolicy(VictimChoice choice) {
    this.choice = choice;
  }

  /** How it chooses. */
  public VictimChoice choice() {
    return choice;
  }
}
