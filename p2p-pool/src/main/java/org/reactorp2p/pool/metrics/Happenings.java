/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import java.util.function.ToDoubleFunction;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.pool.event.AttemptEnd;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.EventTally;
import org.reactorp2p.pool.event.Outcome;
import org.reactorp2p.pool.event.Words;

/** The meters of what happens: how attempts end, and connections. */
final class Happenings {

  private final MeterBook book;
  private final EventTally tally;

  Happenings(MeterBook book, EventTally tally) {
    this.book = book;
    this.tally = tally;
  }

  void register() {
    for (AttemptEnd end : AttemptEnd.all()) {
      if (end.outcome() != Outcome.UNREACHABLE) {
        attempts(Direction.INBOUND, end);
      }
      if (end.outcome() != Outcome.TURNED_AWAY) {
        attempts(Direction.OUTBOUND, end);
      }
    }
    for (Class<?> reason : DisconnectReason.class.getPermittedSubclasses()) {
      disconnects(reason.asSubclass(DisconnectReason.class));
    }
    for (Disregard why : Disregard.values()) {
      ignored(why);
    }
    swaps(P2pKey.SUCCEEDED, EventTally::swapsSucceeded);
    swaps(P2pKey.FAILED, EventTally::swapsFailed);
  }

  private void ignored(Disregard why) {
    book.counter(
        P2pMeters.CONTROL_IGNORED,
        tally,
        counted -> counted.ignored(why),
        P2pKey.DISREGARD.tag(Words.of(why)));
  }

  private void swaps(String result, ToDoubleFunction<EventTally> count) {
    book.counter(P2pMeters.SWAPS, tally, count, P2pKey.SWAP.tag(result));
  }

  private void attempts(Direction direction, AttemptEnd end) {
    book.counter(
        P2pMeters.ATTEMPTS,
        tally,
        counted -> counted.ended(direction, end),
        P2pKey.DIRECTION.tag(Words.of(direction)),
        P2pKey.OUTCOME.tag(Words.of(end.outcome())),
        P2pKey.MOTIVE.tag(end.motive()));
  }

  private void disconnects(Class<? extends DisconnectReason> reason) {
    book.counter(
        P2pMeters.DISCONNECTS,
        tally,
        counted -> counted.disconnected(reason),
        P2pKey.REASON.tag(Words.of(reason)));
  }
}
