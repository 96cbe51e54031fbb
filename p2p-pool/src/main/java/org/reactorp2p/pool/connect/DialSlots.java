/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.ArrayDeque;
import java.util.Deque;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * How many dials go on at once; the others wait in the order in which they came. Confined to the
 * decisions' thread.
 */
final class DialSlots {

  private final Scheduler decisions;
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private int free;

  DialSlots(int limit, Scheduler decisions) {
    this.free = limit;
    this.decisions = decisions;
  }

  /**
   * Dials now, or when it is its turn.
   *
   * @return to be disposed of when the dial is over, or wanted no more
   */
  Disposable take(Runnable dial) {
    var turn = new Turn(dial);
    waiting.add(turn);
    next();
    return turn;
  }

  private void next() {
    while (free > 0 && !waiting.isEmpty()) {
      free--;
      waiting.remove().begin();
    }
  }

  /** One dial: waits, goes on, and is over. */
  private final class Turn implements Disposable {

    private final Runnable dial;
    private boolean begun;
    private boolean over;

    Turn(Runnable dial) {
      this.dial = dial;
    }

    void begin() {
      begun = true;
      dial.run();
    }

    @Override
    public void dispose() {
      if (over) {
        return;
      }
      over = true;
      if (begun) {
        free++;
        // A task of its own: the one that ends is in the middle of a move.
        decisions.schedule(DialSlots.this::next);
      } else {
        waiting.remove(this);
      }
    }

    @Override
    public boolean isDisposed() {
      return over;
    }
  }
}
