/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one listener has not taken yet: the snapshot it begins with, whatever its size, and then the
 * news, within a bound. Thread-safe; nothing in it waits.
 */
final class Backlog {

  /** How things stand with it. */
  enum State {
    OPEN,
    /** No more comes. */
    ENDED,
    /** No more comes, because there was too much. */
    OVERFLOWN
  }

  private final Overflow overflow;
  private final LongConsumer losses;
  private final Deque<P2pEvent> snapshot = new ArrayDeque<>(0);
  private final Deque<P2pEvent> news = new ArrayDeque<>(1);
  private long lost;
  private State state = State.OPEN;

  /**
   * @param losses told of every event that is lost, whoever loses it
   */
  Backlog(Overflow overflow, LongConsumer losses) {
    this.overflow = overflow;
    this.losses = losses;
  }

  /** How things stand: comes before the first news. */
  synchronized void begin(List<P2pEvent> events) {
    snapshot.addAll(events);
  }

  /** One more. */
  synchronized void add(P2pEvent event) {
    if (state != State.OPEN) {
      return;
    }
    if (news.size() == overflow.capacity()) {
      losses.accept(1);
      if (overflow == Overflow.ERROR) {
        state = State.OVERFLOWN;
        return;
      }
      news.removeFirst();
      lost++;
    }
    news.addLast(event);
  }

  /** No more. */
  synchronized void end() {
    if (state == State.OPEN) {
      state = State.ENDED;
    }
  }

  /** The next thing to tell, losses included; null if there is nothing now. */
  synchronized @Nullable P2pEvent poll() {
    if (!snapshot.isEmpty()) {
      return snapshot.pollFirst();
    }
    if (lost > 0) {
      var told = new P2pEvent.EventsLost(lost);
      lost = 0;
      return told;
    }
    return news.pollFirst();
  }

  /** What is left to tell once {@link #poll()} gives nothing. */
  synchronized State state() {
    return snapshot.isEmpty() && news.isEmpty() ? state : State.OPEN;
  }
}
