/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * What one share weighs, has had and waits for. Only {@link FairLedger} and {@link Teller} read and
 * write it, under the teller's lock.
 */
final class Account {

  final WaitClock waits = new WaitClock();
  final ClaimQueue claims = new ClaimQueue();
  final Line.Place turn = new Line.Place(this);

  // Made when first needed: most accounts never are, and ten thousand should fit into the cache.
  Line.@Nullable Place urgent;
  Line.@Nullable Place promised;
  Line.@Nullable Place resting;

  double weight;
  double served; // bytes by weight, as counted in the epoch below
  long epoch;
  @Nullable Floor floor;
  @Nullable Budget ceiling;
  boolean closed;

  Account(double weight) {
    this.weight = weight;
  }

  boolean isWaiting() {
    return turn.isTaken() || isResting();
  }

  /** Waits at its ceiling. */
  boolean isResting() {
    return resting != null && resting.isTaken();
  }

  Line.Place urgent() {
    if (urgent == null) {
      urgent = new Line.Place(this);
    }
    return urgent;
  }

  Line.Place promised() {
    if (promised == null) {
      promised = new Line.Place(this);
    }
    return promised;
  }

  Line.Place resting() {
    if (resting == null) {
      resting = new Line.Place(this);
    }
    return resting;
  }
}
