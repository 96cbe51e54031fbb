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

  int seat = Seats.NONE; // in every line
  double weight;
  double served; // bytes by weight, as counted in the epoch below
  long epoch;
  boolean waiting; // for its turn or at its ceiling
  boolean closed;
  @Nullable Floor floor;
  @Nullable Budget ceiling;

  Account(double weight) {
    this.weight = weight;
  }
}
