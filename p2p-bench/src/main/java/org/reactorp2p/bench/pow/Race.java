/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.pow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets contenders hash in turns, so that a busy moment of the machine hits all of them, and gives
 * each its median rate in CPU time.
 */
final class Race {
  private static final int ROUNDS = 7;
  private static final int WARM_UPS = 4;
  private static final long TURN_NANOS = 300_000_000;

  private final LongSupplier cpuNanos;

  /** A race timed by the CPU time of the calling thread. */
  Race(LongSupplier cpuNanos) {
    this.cpuNanos = cpuNanos;
  }

  /** A contender with the length of its turns and how fast each of them was. */
  private record Lane(Contender contender, long turn, double[] rates) {}

  /** Hashes per second of each. */
  Map<Contender, Double> run(List<Contender> contenders) {
    List<Lane> lanes =
        contenders.stream()
            .map(contender -> new Lane(contender, lengthOfTurn(contender), new double[ROUNDS]))
            .toList();
    for (int round = 0; round < ROUNDS; round++) {
      for (Lane lane : lanes) {
        lane.rates()[round] = rate(lane.contender(), lane.turn());
      }
    }
    Map<Contender, Double> medians = new LinkedHashMap<>();
    lanes.forEach(lane -> medians.put(lane.contender(), median(lane.rates())));
    return medians;
  }

  /** Warms up, and finds how many hashes fill a turn. */
  private long lengthOfTurn(Contender contender) {
    long count = 1 << 16;
    for (int i = 0; i < WARM_UPS; i++) {
      count = (long) Math.max(count, rate(contender, count) * TURN_NANOS / 1e9);
    }
    return count;
  }

  private double rate(Contender contender, long count) {
    long before = cpuNanos.getAsLong();
    long done = contender.hash(count);
    return done * 1e9 / Math.max(1, cpuNanos.getAsLong() - before);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
