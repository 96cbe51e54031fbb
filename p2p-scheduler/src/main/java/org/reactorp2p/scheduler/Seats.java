/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives every open account a small number, so that lines can be kept of numbers. A number is given
 * again when its account has left.
 */
final class Seats {

  /** No seat yet, or none any more. */
  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 16;

  private @Nullable Account[] taken = new @Nullable Account[FIRST_CAPACITY];
  private int[] free = new int[FIRST_CAPACITY];
  private int freed;
  private int used;

  void take(Account account) {
    int seat = freed > 0 ? free[--freed] : used++;
    if (seat == taken.length) {
      taken = Arrays.copyOf(taken, 2 * seat);
      free = Arrays.copyOf(free, 2 * seat);
    }
    taken[seat] = account;
    account.seat = seat;
  }

  /** Nothing happens to an account that has no seat. */
  void leave(Account account) {
    if (account.seat != NONE) {
      taken[account.seat] = null;
      free[freed++] = account.seat;
      account.seat = NONE;
    }
  }

  /** Who sits there; the seat must be taken. */
  Account at(int seat) {
    Account account = taken[seat];
    if (account == null) {
      throw new IllegalArgumentException("nobody sits at " + seat);
    }
    return account;
  }
}
