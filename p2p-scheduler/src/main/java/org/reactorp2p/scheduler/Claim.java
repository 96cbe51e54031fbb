/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/**
 * One item's wish to pass: whose account pays, how much, and who is told. A stream has one for its
 * whole life and stakes it anew for each item, so that nothing is allocated per item.
 */
final class Claim {

  /** Who is told, never under a lock: exactly once for each time the claim was staked. */
  interface Holder {

    /** The item is paid for and may pass. */
    void granted();

    /** It never will. */
    void refused(Throwable why);
  }

  private final Account account;
  private final Priority priority;
  private final Holder holder;
  private int bytes = 1;

  Claim(Account account, Priority priority, Holder holder) {
    this.account = account;
    this.priority = priority;
    this.holder = holder;
  }

  /** For an item of that size. Even nothing counts as a byte, or it could go on for ever. */
  void stake(int size) {
    bytes = Math.max(1, size);
  }

  Account account() {
    return account;
  }

  Priority priority() {
    return priority;
  }

  Holder holder() {
    return holder;
  }

  int bytes() {
    return bytes;
  }
}
