/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ledger against water: at every moment each backlogged stream of the model runs at its part of
 * the pipe by weight, to the fraction of a byte. The ledger gives out whole items, one after the
 * other, and must never be further from the model than one item and one window.
 */
class WaterFillingTest {

  private static final int ARRIVALS = 100_000;
  private static final int LARGEST = 64 << 10;
  private static final double WINDOW = 2 * LARGEST;
  private static final double BYTES_PER_NANO = 8.0 * (1 << 20) / 1e9;
  private static final int STREAMS = 24;

  private final FairLedger ledger = new FairLedger(0);
  private final List<LedgerParty> parties = new ArrayList<>();
  private final Water water = new Water();
  private double pipeFreeAt;
  private double worst;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_hundred_thousand_random_arrivals_stay_within_one_item_and_one_window(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < STREAMS; i++) {
      water.weights[i] = 1 << random.nextInt(3);
      parties.add(LedgerParty.open(ledger, water.weights[i], WINDOW));
    }
    double now = 0;
    for (int arrival = 0; arrival < ARRIVALS; arrival++) {
      double next = now + pause(random, arrival);
      serve(now, next);
      now = next;
      int stream = stream(random, arrival);
      int bytes = size(random);
      parties.get(stream).wants(bytes, (long) now);
      water.backlog[stream] += bytes;
    }
    assertThat(worst).as("seed %d", seed).isLessThan(LARGEST + WINDOW);
  }

  /** Overload and relief take turns. */
  private static double pause(RandomGenerator random, int arrival) {
    double load = arrival / 10_000 % 2 == 0 ? 1.3 : 0.7;
    double meanItem = LARGEST / (16 * Math.log(2));
    return -Math.log(1 - random.nextDouble()) * meanItem / (BYTES_PER_NANO * load);
  }

  /** Crowds come and go: mostly these eight, then mostly those. */
  private static int stream(RandomGenerator random, int arrival) {
    int crowd = STREAMS / 3;
    return random.nextInt(10) == 0
        ? random.nextInt(STREAMS)
        : arrival / 1_000 % 3 * crowd + random.nextInt(crowd);
  }

  /** As many between 1 and 2 bytes as between 32 and 64 KiB. */
  private static int size(RandomGenerator random) {
    return (int) Math.pow(2, 16 * random.nextDouble());
  }

  private void serve(double from, double to) {
    double now = from;
    while (now < to) {
      boolean free = pipeFreeAt <= now;
      if (free && !ledger.isEmpty()) {
        LedgerParty party = LedgerParty.serveNext(ledger, WINDOW, (long) now);
        pipeFreeAt = now + party.lastBytes() / BYTES_PER_NANO;
        compare();
      }
      double next = pipeFreeAt > now ? Math.min(pipeFreeAt, to) : to;
      water.run(next - now);
      now = next;
    }
  }

  private void compare() {
    for (int i = 0; i < STREAMS; i++) {
      worst = Math.max(worst, Math.abs(parties.get(i).served() - water.filled[i]));
    }
  }

  /** The model, by brute force. */
  private static final class Water {
    private final double[] weights = new double[STREAMS];
    private final double[] backlog = new double[STREAMS];
    private final double[] filled = new double[STREAMS];

    /** All that have a backlog share the pipe, until one is empty; then the others do. */
    private void run(double nanos) {
      double left = nanos;
      double thirst = thirst();
      while (left > 0 && thirst > 0) {
        double until = Math.min(left, firstEmpty() * thirst / BYTES_PER_NANO);
        pour(until * BYTES_PER_NANO / thirst);
        left -= until;
        thirst = thirst();
      }
    }

    private double thirst() {
      double sum = 0;
      for (int i = 0; i < STREAMS; i++) {
        sum += backlog[i] > 0 ? weights[i] : 0;
      }
      return sum;
    }

    private double firstEmpty() {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < STREAMS; i++) {
        least = backlog[i] > 0 ? Math.min(least, backlog[i] / weights[i]) : least;
      }
      return least;
    }

    private void pour(double perWeight) {
      for (int i = 0; i < STREAMS; i++) {
        double drunk = Math.min(backlog[i], perWeight * weights[i]);
        filled[i] += drunk;
        backlog[i] = backlog[i] - drunk < 1e-6 ? 0 : backlog[i] - drunk;
      }
    }
  }
}
