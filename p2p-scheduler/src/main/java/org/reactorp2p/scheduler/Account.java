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
  final Line.Place urgent = new Line.Place(this);
  final Line.Place promised = new Line.Place(this);
  final Line.Place resting = new Line.Place(this);

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
    return turn.isTaken() || resting.isTaken();
  }
}
