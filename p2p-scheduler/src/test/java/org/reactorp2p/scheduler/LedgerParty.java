/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.ArrayDeque;
import java.util.Deque;

/** One account for tests, with items that wait behind the one in the ledger. */
final class LedgerParty implements Claim {

  private final FairLedger ledger;
  private final double window;
  private final Account account;
  private final Priority priority;
  private final Deque<Integer> items = new ArrayDeque<>();
  private int bytes;
  private boolean queued;
  private int lastBytes;
  private long served;

  LedgerParty(FairLedger ledger, Account account, Priority priority, double window) {
    this.ledger = ledger;
    this.window = window;
    this.account = account;
    this.priority = priority;
  }

  /** A party of its own, in bulk. */
  static LedgerParty open(FairLedger ledger, double weight, double window) {
    Account account = new Account(weight);
    ledger.open(account, window);
    return new LedgerParty(ledger, account, Priority.BULK, window);
  }

  /** Whose turn it is, served. */
  static LedgerParty serveNext(FairLedger ledger, double window, long now) {
    Claim next = ledger.next(window, now);
    if (next == null) {
      throw new AssertionError("nobody is next");
    }
    LedgerParty party = (LedgerParty) next;
    party.lastBytes = next.bytes();
    party.served += next.bytes();
    party.queued = false;
    party.submit(now);
    return party;
  }

  /** An item arrives, and waits behind those before it. */
  LedgerParty wants(int bytes, long now) {
    items.add(bytes);
    submit(now);
    return this;
  }

  /** So many items of the same size arrive at the beginning of time. */
  LedgerParty wantsMany(int count, int bytes) {
    for (int i = 0; i < count; i++) {
      wants(bytes, 0);
    }
    return this;
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public Priority priority() {
    return priority;
  }

  @Override
  public int bytes() {
    return bytes;
  }

  int lastBytes() {
    return lastBytes;
  }

  long served() {
    return served;
  }

  private void submit(long now) {
    Integer next = queued ? null : items.poll();
    if (next != null) {
      queued = true;
      bytes = next;
      ledger.enqueue(this, window, now);
    }
  }

  @Override
  public void granted() {
    throw new AssertionError("the ledger tells nobody");
  }

  @Override
  public void refused(Throwable why) {
    throw new AssertionError("the ledger tells nobody", why);
  }
}
