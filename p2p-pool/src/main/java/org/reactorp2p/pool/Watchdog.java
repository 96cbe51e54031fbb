/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * Asks the thread that decides whether it is still there, whenever somebody looks, and says how
 * long it has owed the answer. While nobody looks it costs nothing. Any thread.
 */
final class Watchdog {

  /** Whoever does not decide for so long is no part of a network any more. */
  private static final Duration DEAD = Duration.ofSeconds(5);

  /** Worth to be told, once it is over. */
  private static final Duration STALLED = Duration.ofSeconds(1);

  private static final long NOTHING = Long.MIN_VALUE;

  private final Office office;
  private final AtomicLong asked = new AtomicLong(NOTHING);

  Watchdog(Office office) {
    this.office = office;
  }

  /**
   * How things stand.
   *
   * @param others what else is wrong
   */
  Health look(List<String> others) {
    long now = now();
    if (asked.compareAndSet(NOTHING, now)) {
      office.decisions().schedule(this::answer);
    }
    long since = asked.get();
    Duration silence = since == NOTHING ? Duration.ZERO : Duration.ofNanos(now - since);
    List<String> complaints = new ArrayList<>(others);
    if (silence.compareTo(DEAD) > 0) {
      complaints.add(
          "the thread that decides has not answered for %d s".formatted(silence.toSeconds()));
    }
    return new Health(silence, complaints);
  }

  private void answer() {
    Duration took = Duration.ofNanos(now() - asked.getAndSet(NOTHING));
    if (took.compareTo(STALLED) >= 0) {
      office.events().emit(new P2pEvent.DecisionsStalled(took));
    }
  }

  private long now() {
    return office.decisions().now(TimeUnit.NANOSECONDS);
  }
}
