/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/**
 * One item's wish to pass: whose account pays, how much, and who is told. A stream is one for its
 * whole life and stakes it anew for each item, so that nothing is allocated per item, and whoever
 * finds the claim has found the item.
 */
interface Claim {

  Account account();

  Priority priority();

  /** What it costs, at least a byte. Does not change while it waits, nor until it is told. */
  int bytes();

  // Told exactly once for each time it was submitted, and never under a lock.

  /** The item is paid for and may pass. */
  void granted();

  /** It never will. */
  void refused(Throwable why);
}
