/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.weather;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.memory.Weather;
import org.reactorp2p.test.chance.SeededRandom;
import org.reactorp2p.test.scenario.Action;
import org.reactorp2p.test.scenario.Nodes;
import org.reactorp2p.test.time.VirtualTime;

/**
 * What lies between the nodes right now: how far they are from each other, who is slow, and what is
 * cut. Packets over a cut wait for {@link #PATIENCE}, as a socket sends them again, and are lost
 * then.
 */
public final class ChangingWeather implements Weather {

  /** How long unacknowledged data is sent again, as our sockets have it. */
  public static final Duration PATIENCE = Duration.ofSeconds(45);

  private final VirtualTime time;
  private final long seed;
  private final List<Action.Cut> cuts = new ArrayList<>();
  private final Queue<Waiting> held = new ArrayDeque<>();
  private final Map<Integer, Queueing> slow = new HashMap<>();
  private Action.Latency latency = new Action.Latency(Duration.ZERO, Duration.ZERO);

  private record Waiting(long since, Point from, Point to, Arrival arrival) {}

  /** A node that takes its time. */
  private static final class Queueing {
    private final long perPacket;
    private long free;

    Queueing(long perPacket) {
      this.perPacket = perPacket;
    }

    long delay(long arrived) {
      free = Math.max(free, arrived) + perPacket;
      return free - arrived;
    }
  }

  /**
   * @param seed of the distances between the nodes
   */
  public ChangingWeather(VirtualTime time, long seed) {
    this.time = time;
    this.seed = seed;
  }

  @Override
  public void carry(Point from, Point to, Arrival arrival) {
    int sender = Addresses.number(from.address());
    int receiver = Addresses.number(to.address());
    if (!cuts.isEmpty() && isCut(sender, receiver)) {
      hold(new Waiting(now(), from, to, arrival));
    } else {
      arrival.after(delay(sender, receiver));
    }
  }

  private Duration delay(int sender, int receiver) {
    Duration distance = distance(sender, receiver);
    Queueing queueing = slow.isEmpty() ? null : slow.get(receiver);
    return queueing == null
        ? distance
        : distance.plusNanos(queueing.delay(now() + distance.toNanos()));
  }

  private Duration distance(int one, int other) {
    Duration least = latency.least();
    long spread = latency.most().toNanos() - least.toNanos();
    if (spread == 0) {
      return least;
    }
    long pair = (long) Math.min(one, other) * Nodes.MOST + Math.max(one, other);
    return least.plusNanos(SeededRandom.of(seed, pair).nextLong(spread + 1));
  }

  private void hold(Waiting packet) {
    long oldest = now() - PATIENCE.toNanos();
    while (!held.isEmpty() && held.element().since() < oldest) {
      held.remove();
    }
    held.add(packet);
  }

  /** Whether nothing arrives between these two. */
  public boolean isCut(int one, int other) {
    for (Action.Cut cut : cuts) {
      if (cut.these().contains(one) && cut.those().contains(other)
          || cut.these().contains(other) && cut.those().contains(one)) {
        return true;
      }
    }
    return false;
  }

  /** Cuts one more line. */
  public void cut(Action.Cut cut) {
    cuts.add(cut);
  }

  /** Whether that cut has not been mended. */
  public boolean isCut(Action.Cut cut) {
    return cuts.stream().anyMatch(one -> one == cut);
  }

  /** Mends everything; what waited goes on its way. */
  public void heal() {
    cuts.clear();
    List<Waiting> packets = List.copyOf(held);
    held.clear();
    long oldest = now() - PATIENCE.toNanos();
    for (Waiting packet : packets) {
      if (packet.since() >= oldest) {
        carry(packet.from(), packet.to(), packet.arrival());
      }
    }
  }

  /** From now on they are so far from each other; what is under way arrives as it would have. */
  public void latency(Action.Latency other) {
    latency = other;
  }

  /** This node is so slow from now on. */
  public void slow(int number, Duration perPacket) {
    if (perPacket.isZero()) {
      slow.remove(number);
    } else {
      slow.put(number, new Queueing(perPacket.toNanos()));
    }
  }

  private long now() {
    return time.passed().toNanos();
  }
}
