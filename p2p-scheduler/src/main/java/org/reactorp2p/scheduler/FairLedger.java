/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who goes next: of the accounts that wait, the one served least so far, divided by its weight.
 * Pure; the caller brings the time, the window and the lock.
 *
 * <p>The whole memory is one number per account, {@code served}, and one for all, the {@code
 * level}: how much the least served of those that wait has had. What follows from that:
 *
 * <ul>
 *   <li>Those that always wait differ by at most one item each, by weight: weighted max-min
 *       fairness. What one does not ask for falls to the others by itself.
 *   <li>Who comes back, from silence or from its ceiling, is counted as at most one window's due
 *       below the level, so a silence saves nothing up beyond that.
 *   <li>Who is new starts at the level, or where the last to leave stood if that is further on, by
 *       one window's due at most: closing and opening again gains nothing.
 *   <li>Nobody is ever further ahead than one window's due and one item, whatever went before its
 *       turn by promise or priority. An item larger than the due is a debt, and is carried.
 * </ul>
 *
 * <p>An account's <em>due</em> is its part, by weight, of one window among those that wait. All
 * costs grow with the logarithm of the accounts that wait; those that are idle cost nothing.
 */
final class FairLedger {

  /** The numbers are lowered when they have grown so far, so that a double stays exact. */
  private static final double EPOCH = 1L << 32;

  private final Seats seats = new Seats();
  private final Line turns = new Line();
  private final Line urgent = new Line();
  private final Line promised = new Line();
  private final Line resting = new Line();
  private final Favour favour = new Favour();
  private final long birth;

  private double level;
  private double lastToLeave;
  private long epoch;
  private double waitingWeight;

  FairLedger(long now) {
    this.birth = now;
  }

  /** No account waits. */
  boolean isEmpty() {
    return turns.isEmpty() && resting.isEmpty();
  }

  /** How many accounts wait, those at their ceiling included. */
  int waiting() {
    return turns.size() + resting.size();
  }

  /** A new account. */
  void open(Account account, double window) {
    seats.take(account);
    account.epoch = epoch;
    account.served = Math.min(Math.max(level, lastToLeave), level + due(account, window));
  }

  /** The account is gone; what it still waited for is handed back. */
  List<Claim> close(Account account) {
    lastToLeave = Math.max(lastToLeave, standing(account));
    List<Claim> orphans = account.claims.clear();
    leave(account);
    seats.leave(account);
    return orphans;
  }

  /** An item waits from now on. */
  void enqueue(Claim claim, double window, long now) {
    Account account = claim.account();
    if (!account.waiting) {
      comeBack(account, window);
      account.waiting = true;
      waitingWeight += account.weight;
    }
    account.claims.add(claim);
    lineUp(account, window, now);
  }

  /** The next that may pass, charged and taken out; null if none waits below its ceiling. */
  @Nullable Claim next(double window, long now) {
    wakeRested(window, now);
    if (turns.isEmpty()) {
      return null;
    }
    level = Math.max(level, turns.firstKey());
    Account account = choose(window, now);
    Claim claim = account.claims.poll();
    charge(claim, window, now);
    if (account.claims.isEmpty()) {
      leave(account);
    } else {
      lineUp(account, window, now);
    }
    if (level >= EPOCH) {
      beginEpoch();
    }
    return claim;
  }

  /** The item does not wait any longer. False if it did not wait. */
  boolean withdraw(Claim claim, double window, long now) {
    Account account = claim.account();
    if (!account.claims.remove(claim)) {
      return false;
    }
    if (account.claims.isEmpty()) {
      leave(account);
    } else {
      lineUp(account, window, now);
    }
    return true;
  }

  /** An item that was charged did not pass after all. */
  void refund(Claim claim, double window, long now) {
    Account account = claim.account();
    account.served = standing(account) - claim.bytes() / account.weight;
    if (account.ceiling != null) {
      account.ceiling.refund(claim.bytes());
    }
    reconsider(account, window, now);
  }

  /** Another weight from the next item on. */
  void weight(Account account, double weight) {
    if (account.waiting) {
      waitingWeight += weight - account.weight;
    }
    account.weight = weight;
  }

  /** Another floor; null for none. */
  void floor(Account account, @Nullable ByteRate rate, double window, long now) {
    account.floor = rate == null ? null : new Floor(rate, age(now));
    promised.leave(account.seat);
    reconsider(account, window, now);
  }

  /** Another ceiling; null for none. */
  void ceiling(Account account, @Nullable Budget ceiling, double window, long now) {
    account.ceiling = ceiling;
    reconsider(account, window, now);
  }

  /** Some account waits and is not at its ceiling. */
  boolean hasTurn() {
    return !turns.isEmpty();
  }

  /** How long until an account may wake from its ceiling; {@link Long#MAX_VALUE} if none rests. */
  long nanosUntilRested(long now) {
    return resting.isEmpty()
        ? Long.MAX_VALUE
        : (long) Math.max(0, Math.ceil(resting.firstKey() - age(now)));
  }

  /** Floors that are due first, then control that is not ahead of its due, then plain turns. */
  private Account choose(double window, long now) {
    Account inTurn = seats.at(turns.first());
    int price = inTurn.claims.first().bytes();
    if (promised.firstKey() <= age(now)) {
      if (favour.holdsAgainst(price)) {
        Account owed = seats.at(promised.first());
        favour.used(owed.claims.first().bytes());
        return owed;
      }
      favour.repaid(price);
      return inTurn;
    }
    if (!urgent.isEmpty()) {
      Account pressing = seats.at(urgent.first());
      return urgent.firstKey() <= level + due(pressing, window) ? pressing : inTurn;
    }
    return inTurn;
  }

  private void charge(Claim claim, double window, long now) {
    Account account = claim.account();
    double step = claim.bytes() / account.weight;
    double furthest = level + due(account, window) + step;
    account.served = Math.min(standing(account) + step, furthest);
    if (account.floor != null) {
      account.floor.served(claim.bytes(), age(now));
    }
    if (account.ceiling != null) {
      account.ceiling.spend(claim.bytes());
    }
  }

  /** Puts the account where it belongs: to rest at its ceiling, or in line for its turn. */
  private void lineUp(Account account, double window, long now) {
    Budget ceiling = account.ceiling;
    if (ceiling != null && !ceiling.isOpen(now)) {
      leaveLines(account);
      resting.put(account.seat, age(now) + ceiling.nanosUntilWorthwhile(now));
      return;
    }
    if (resting.has(account.seat)) {
      comeBack(account, window);
      resting.leave(account.seat);
    }
    turns.put(account.seat, standing(account));
    if (account.claims.hasControl()) {
      urgent.put(account.seat, account.served);
    } else {
      urgent.leave(account.seat);
    }
    if (account.floor != null) {
      promised.put(account.seat, account.floor.dueAt());
    }
  }

  /** However long it was away, it is behind by its due at most. */
  private void comeBack(Account account, double window) {
    account.served = Math.max(standing(account), level - due(account, window));
  }

  private void reconsider(Account account, double window, long now) {
    if (account.waiting) {
      lineUp(account, window, now);
    }
  }

  private void wakeRested(double window, long now) {
    double age = age(now);
    while (resting.firstKey() <= age) {
      lineUp(seats.at(resting.first()), window, now);
    }
  }

  private void leave(Account account) {
    if (!account.waiting) {
      return;
    }
    leaveLines(account);
    resting.leave(account.seat);
    account.waiting = false;
    waitingWeight = isEmpty() ? 0 : waitingWeight - account.weight;
  }

  private void leaveLines(Account account) {
    turns.leave(account.seat);
    urgent.leave(account.seat);
    promised.leave(account.seat);
  }

  /** The account's part of a window among those that wait, by weight like all numbers here. */
  private double due(Account account, double window) {
    double others = account.waiting ? waitingWeight - account.weight : waitingWeight;
    return window / (Math.max(0, others) + account.weight);
  }

  private double standing(Account account) {
    account.served -= (epoch - account.epoch) * EPOCH;
    account.epoch = epoch;
    return account.served;
  }

  private void beginEpoch() {
    epoch++;
    level -= EPOCH;
    lastToLeave -= EPOCH;
    turns.lowerAll(EPOCH);
    urgent.lowerAll(EPOCH);
  }

  private double age(long now) {
    return now - birth;
  }
}
