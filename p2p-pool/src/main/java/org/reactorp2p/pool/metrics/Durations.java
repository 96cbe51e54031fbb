/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.event.AttemptEnd;
import org.reactorp2p.pool.event.Outcome;
import org.reactorp2p.pool.event.Probe;
import org.reactorp2p.pool.event.Words;
import reactor.util.context.ContextView;

/** Measures dials and handshakes by the registry's clock. */
final class Durations implements Probe {

  private final Clock clock;
  private final Map<Outcome, Timer> dials = new EnumMap<>(Outcome.class);
  private final Map<Direction, Map<Outcome, Timer>> handshakes = new EnumMap<>(Direction.class);

  /** All timers are there from the beginning, whatever happens later. */
  Durations(MeterBook book, Clock clock) {
    this.clock = clock;
    for (Outcome outcome : outcomes(Direction.OUTBOUND)) {
      dials.put(outcome, book.timer(P2pMeters.DIAL_DURATION, tag(outcome)));
    }
    for (Direction direction : Direction.values()) {
      Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);
      Tag tag = P2pKey.DIRECTION.tag(Words.of(direction));
      for (Outcome outcome : outcomes(direction)) {
        timers.put(outcome, book.timer(P2pMeters.HANDSHAKE_DURATION, tag, tag(outcome)));
      }
      handshakes.put(direction, timers);
    }
  }

  /** How an attempt can end that was begun: one that is turned away never is. */
  private static Set<Outcome> outcomes(Direction direction) {
    Set<Outcome> never = EnumSet.of(Outcome.TURNED_AWAY);
    if (direction == Direction.INBOUND) {
      never.add(Outcome.UNREACHABLE);
    }
    return EnumSet.complementOf(EnumSet.copyOf(never));
  }

  private static Tag tag(Outcome outcome) {
    return P2pKey.OUTCOME.tag(Words.of(outcome));
  }

  @Override
  public Span begin(Direction direction, Point remote, ContextView caller) {
    return new Measured(direction);
  }

  private void record(@Nullable Timer timer, long since) {
    if (timer != null) {
      timer.record(clock.monotonicTime() - since, TimeUnit.NANOSECONDS);
    }
  }

  private final class Measured implements Span {

    private final Direction direction;
    private final long begun = clock.monotonicTime();
    private long linked;
    private boolean isLinked;

    Measured(Direction direction) {
      this.direction = direction;
    }

    @Override
    public void linked() {
      linked = clock.monotonicTime();
      isLinked = true;
    }

    @Override
    public void ended(AttemptEnd end) {
      if (direction == Direction.OUTBOUND) {
        record(dials.get(end.outcome()), begun);
      }
      Map<Outcome, Timer> timers = handshakes.get(direction);
      if (isLinked && timers != null) {
        record(timers.get(end.outcome()), linked);
      }
    }
  }
}
