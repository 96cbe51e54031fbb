/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

/** Whom to dial. */
public enum CandidatePolicy {
  /** Those we trust, then those in parts of the address space where we know nobody yet. */
  DIVERSE(new DiverseCandidates()),
  /** As the original: those never missed, and then those missed longest ago. */
  ORIGINAL(new OldestMissFirst());

  private final CandidateChoice choice;

  CandidatePolicy(CandidateChoice choice) {
    this.choice = choice;
  }

  /** How it chooses. */
  public CandidateChoice choice() {
    return choice;
  }
}
