/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model of the original's scheduler on virtual time, written from a description of it. The
 * sockets take whatever they are given at once, so nothing is left but its order and its ticks.
 *
 * <p>It has one quota for all, and one for each connection. While that for all is not negative, the
 * head of the high queue goes next, or of the low queue if the high one is empty; whoever has just
 * been served comes back with its next unit, into the high queue as long as its own quota is
 * positive. Only what leaves the high queue counts against its own quota. Once a second the quota
 * for all is the limit again, and each connection's is the average that flowed, divided by their
 * number; debts are carried over, and what was left is not. It knows no weights.
 */
public final class OriginalArena implements Arena {
  private static final long TICK = 1_000_000_000;

  private final Set<Connection> connections = new HashSet<>();
  private final Deque<Connection> high = new ArrayDeque<>();
  private final Deque<Connection> low = new ArrayDeque<>();
  private long limit;
  private long quota;
  private long average;
  private long sinceTick;
  private long now;
  private long nextTick = TICK;

  public OriginalArena(long bytesPerSecond) {
    this.limit = bytesPerSecond;
    this.quota = bytesPerSecond;
  }

  /** One connection, with the unit that waits. A new one begins without a quota, so at the back. */
  private static final class Connection {
    private final Sizes sizes;
    private int unit;
    private long quota;
    private long bytes;

    Connection(Sizes sizes) {
      this.sizes = sizes;
    }
  }

  @Override
  public Party join(double weight, Sizes sizes) {
    Connection connection = new Connection(sizes);
    connections.add(connection);
    enqueue(connection);
    work();
    return new Party() {
      @Override
      public long bytes() {
        return connection.bytes;
      }

      @Override
      public void leave() {
        connections.remove(connection); // what waits is skipped when it is found
      }
    };
  }

  @Override
  public void limit(long bytesPerSecond) {
    limit = bytesPerSecond;
  }

  @Override
  public void pass(long nanos) {
    long end = now + nanos;
    while (nextTick <= end) {
      now = nextTick;
      nextTick += TICK;
      tick();
      work();
    }
    now = end;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void close() {
    connections.clear();
  }

  private void enqueue(Connection connection) {
    connection.unit = connection.sizes.next();
    (connection.quota > 0 ? high : low).add(connection);
  }

  private void work() {
    while (quota >= 0) {
      boolean fromHigh = !high.isEmpty();
      Connection next = fromHigh ? high.poll() : low.poll();
      if (next == null) {
        return;
      }
      if (connections.contains(next)) {
        serve(next, fromHigh ? next.unit : 0);
      }
    }
  }

  private void serve(Connection connection, int charged) {
    quota -= connection.unit;
    sinceTick += connection.unit;
    connection.quota -= charged;
    connection.bytes += connection.unit;
    enqueue(connection);
  }

  /** In whole numbers, as the original counts: the last second is a fifth of the average. */
  private void tick() {
    average = 200 * sinceTick / 1_000 + 800 * average / 1_000;
    sinceTick = 0;
    long fair = connections.isEmpty() ? 0 : average / connections.size();
    connections.forEach(connection -> connection.quota = Math.min(connection.quota, 0) + fair);
    quota = Math.min(quota, 0) + limit;
    promote();
  }

  private void promote() {
    for (int waiting = low.size(); waiting > 0; waiting--) {
      @Nullable Connection first = low.poll();
      if (first != null) {
        (first.quota > 0 ? high : low).add(first);
      }
    }
  }
}
