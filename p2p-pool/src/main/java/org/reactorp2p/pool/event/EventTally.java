/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.model.Direction;

/**
 * Counts what happens, before any listener can lose it. As large as the code has words, from the
 * first to the last: nothing that a peer sends adds to it. Written on the decisions' thread, read
 * on any.
 */
public final class EventTally {

  private final Map<Direction, Map<AttemptEnd, LongAdder>> ends = new EnumMap<>(Direction.class);
  private final Map<Direction, AtomicInteger> open = new EnumMap<>(Direction.class);
  private final Map<Class<?>, LongAdder> disconnects =
      counters(List.of(DisconnectReason.class.getPermittedSubclasses()));

  private final Map<Disregard, LongAdder> ignored = counters(List.of(Disregard.values()));
  private final LongAdder swapsSucceeded = new LongAdder();
  private final LongAdder swapsFailed = new LongAdder();

  EventTally() {
    for (Direction direction : Direction.values()) {
      ends.put(direction, counters(AttemptEnd.all()));
      open.put(direction, new AtomicInteger());
    }
  }

  /** Attempts that ended like this so far. */
  public long ended(Direction direction, AttemptEnd end) {
    return of(of(ends, direction), end).sum();
  }

  /** Attempts that have begun and not ended: dials, or links that others opened. */
  public int open(Direction direction) {
    return of(open, direction).get();
  }

  /** Connections that ended so far for a reason of this type. */
  public long disconnected(Class<? extends DisconnectReason> reason) {
    return of(disconnects, reason).sum();
  }

  /** Control messages so far that were not followed for this reason. */
  public long ignored(Disregard why) {
    return of(ignored, why).sum();
  }

  /** Swaps so far that came about. */
  public long swapsSucceeded() {
    return swapsSucceeded.sum();
  }

  /** Swaps so far that came to nothing after we had agreed to them. */
  public long swapsFailed() {
    return swapsFailed.sum();
  }

  void count(P2pEvent event) {
    if (event instanceof P2pEvent.IncomingArrived) {
      of(open, Direction.INBOUND).incrementAndGet();
    } else if (event instanceof P2pEvent.OutgoingAttempted) {
      of(open, Direction.OUTBOUND).incrementAndGet();
    } else if (event instanceof P2pEvent.Connected e) {
      close(e.info().direction(), AttemptEnd.CONNECTED);
    } else if (event instanceof P2pEvent.Disconnected e) {
      of(disconnects, e.reason().getClass()).increment();
    } else if (!countControl(event)) {
      countFailure(event);
    }
  }

  private boolean countControl(P2pEvent event) {
    if (event instanceof P2pEvent.ControlIgnored e) {
      of(ignored, e.why()).add(e.count());
    } else if (event instanceof P2pEvent.SwapSucceeded) {
      swapsSucceeded.increment();
    } else if (event instanceof P2pEvent.SwapFailed) {
      swapsFailed.increment();
    } else {
      return false;
    }
    return true;
  }

  private void countFailure(P2pEvent event) {
    if (event instanceof P2pEvent.IncomingTurnedAway e) {
      close(Direction.INBOUND, AttemptEnd.turnedAway(e.why()));
    } else if (event instanceof P2pEvent.DialFailed e) {
      close(Direction.OUTBOUND, AttemptEnd.unreachable(e.kind()));
    } else if (event instanceof P2pEvent.AttemptWithdrawn e) {
      close(e.direction(), AttemptEnd.WITHDRAWN);
    } else if (event instanceof P2pEvent.AuthenticationFailed e) {
      close(e.direction(), AttemptEnd.of(e.fault()));
    } else if (event instanceof P2pEvent.PeerRejected e) {
      close(e.direction(), AttemptEnd.rejected(e.motive()));
    } else if (event instanceof P2pEvent.RejectedByPeer e) {
      close(e.direction(), AttemptEnd.rejectedByPeer(e.motive()));
    }
  }

  private void close(Direction direction, AttemptEnd end) {
    of(of(ends, direction), end).increment();
    of(open, direction).decrementAndGet();
  }

  private static <K> Map<K, LongAdder> counters(List<K> keys) {
    return keys.stream().collect(Collectors.toUnmodifiableMap(key -> key, key -> new LongAdder()));
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key), () -> "nobody foresaw " + key);
  }
}
