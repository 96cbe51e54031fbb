/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where turn and budget meet: the one lock of the house. A claim passes when it is next and the
 * budget is open. Nothing is called from in here; whoever is handed a claim tells its holder.
 */
final class Teller {

  /** What became of a claim. */
  enum Verdict {
    GRANTED,
    QUEUED,
    CLOSED
  }

  private final FairLedger ledger;
  private final Budget budget;
  private final Window window;
  private final WaitClock waits = new WaitClock();
  private boolean closed;

  Teller(ByteRate rate, Window window, long now) {
    this.ledger = new FairLedger(now);
    this.window = window;
    this.budget = new Budget(rate, window, now);
  }

  /** A new account in the ledger. */
  synchronized void open(Account account) {
    ledger.open(account, budget.window());
  }

  /** At once if nobody waits and the budget is open, else in turn. */
  synchronized Verdict submit(Claim claim, long now) {
    if (closed || claim.account().closed) {
      return Verdict.CLOSED;
    }
    boolean alone = ledger.isEmpty();
    ledger.enqueue(claim, budget.window(), now);
    claim.account().waits.begin(now);
    waits.begin(now);
    return alone && next(now) != null ? Verdict.GRANTED : Verdict.QUEUED;
  }

  /** The next claim that may pass now, paid for; null if none may. */
  synchronized @Nullable Claim next(long now) {
    if (!budget.isOpen(now)) {
      return null;
    }
    Claim claim = ledger.next(budget.window(), now);
    if (claim != null) {
      budget.spend(claim.bytes());
      waitsNoMore(claim, now);
    }
    return claim;
  }

  /** The claim is withdrawn and costs nothing; nothing happens if it does not wait. */
  synchronized void withdraw(Claim claim, long now) {
    if (ledger.withdraw(claim, budget.window(), now)) {
      waitsNoMore(claim, now);
    }
  }

  /** The claim was paid for in vain. */
  synchronized void refund(Claim claim, long now) {
    budget.refund(claim.bytes());
    ledger.refund(claim, budget.window(), now);
  }

  /** How long until a claim may pass if no other comes; {@link Long#MAX_VALUE} if none waits. */
  synchronized long nanosUntilNext(long now) {
    if (ledger.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long rest = ledger.hasTurn() ? 0 : ledger.nanosUntilRested(now);
    return budget.isOpen(now) ? rest : Math.max(rest, budget.nanosUntilWorthwhile(now));
  }

  synchronized void weight(Account account, double weight) {
    ledger.weight(account, weight);
  }

  synchronized void floor(Account account, @Nullable ByteRate rate, long now) {
    ledger.floor(account, rate, budget.window(), now);
  }

  synchronized void ceiling(Account account, @Nullable ByteRate rate, long now) {
    Budget ceiling = rate == null ? null : new Budget(rate, window, now);
    ledger.ceiling(account, ceiling, budget.window(), now);
  }

  synchronized void rate(ByteRate rate, long now) {
    budget.rate(rate, now);
  }

  /** Closes one account; its claims are handed back. */
  synchronized List<Claim> close(Account account, long now) {
    account.closed = true;
    List<Claim> orphans = ledger.close(account);
    orphans.forEach(claim -> waitsNoMore(claim, now));
    return orphans;
  }

  /** Takes no claim any more. */
  synchronized void close() {
    closed = true;
  }

  /** What the account's part of a statistic is. */
  synchronized FlowStat stat(Account account, long total, double average, long now) {
    WaitClock clock = account.waits;
    return new FlowStat(total, average, clock.waited(now), clock.waiting());
  }

  /** The same for all together, where it counts the shares that wait. */
  synchronized FlowStat stat(long total, double average, long now) {
    return new FlowStat(total, average, waits.waited(now), ledger.waiting());
  }

  private void waitsNoMore(Claim claim, long now) {
    claim.account().waits.end(now);
    waits.end(now);
  }
}
