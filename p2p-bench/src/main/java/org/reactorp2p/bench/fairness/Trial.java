/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.bench.fairness.arena.Arena;
import org.reactorp2p.bench.fairness.arena.Party;
import org.reactorp2p.bench.fairness.arena.Sizes;

/**
 * Plays one crowd at 8 MiB/s in one arena, then halves the limit and doubles it again, and keeps
 * what flows meanwhile.
 */
final class Trial {
  /**
   * How far from even a flow of whole items may be: an item, and the quarter of a window that is
   * saved up before anybody is woken.
   */
  static final long LEEWAY = Arena.LARGEST * 3 / 2;

  static final long RATE = 8 << 20;
  private static final double SECOND = 1e9;
  private static final long SLICE_SECONDS = 5;
  private static final long MILLISECOND = 1_000_000;
  private static final long WATCH = 3_000 * MILLISECOND;

  private final Contender contender;
  private final Crowd crowd;
  private final Arena arena;
  private final long seed;
  private final List<Party> parties = new ArrayList<>();
  private long newcomers;
  private long bytesOfGuests;
  private double rateError;

  private Trial(Contender contender, Crowd crowd, Arena arena, long seed) {
    this.contender = contender;
    this.crowd = crowd;
    this.arena = arena;
    this.seed = seed;
  }

  /** Opens the arena, plays and closes it. */
  static Outcome play(Contender contender, Crowd crowd, long seed) {
    try (Arena arena = contender.open(RATE)) {
      return new Trial(contender, crowd, arena, seed).play();
    }
  }

  private Outcome play() {
    for (int i = 0; i < crowd.streams(); i++) {
      parties.add(join(i));
    }
    long begin = arena.now();
    long before = total();
    double[] had = parties.stream().mapToDouble(Party::bytes).toArray();
    for (int slice = 0; slice < crowd.seconds() / SLICE_SECONDS; slice++) {
      playSlice();
    }
    double utilisation = rate(begin, before) / RATE;
    double[] rates = new double[had.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = (parties.get(i).bytes() - had[i]) / crowd.weights().of(i);
    }
    return new Outcome(
        contender,
        crowd,
        Outcome.jain(rates),
        utilisation,
        Outcome.worst(rates),
        rateError,
        List.of(change(RATE / 2), change(RATE)));
  }

  /** Whoever joins as the n-th has the same sizes in every arena. */
  private Party join(int stream) {
    Sizes sizes = new Sizes(seed + 7_919 * newcomers++, crowd.largestItem(stream));
    return arena.join(crowd.weights().of(stream), sizes);
  }

  private void playSlice() {
    long begin = arena.now();
    long before = total();
    for (int second = 0; second < SLICE_SECONDS; second++) {
      List<Party> guests = new ArrayList<>();
      for (int i = 0; i < crowd.guests(); i++) {
        guests.add(join(i));
      }
      arena.pass((long) SECOND);
      guests.forEach(Party::leave);
      bytesOfGuests += guests.stream().mapToLong(Party::bytes).sum();
    }
    rateError = Math.max(rateError, Math.abs(rate(begin, before) / RATE - 1));
  }

  private Settling change(long limit) {
    List<Settling.Moment> flowed = new ArrayList<>();
    arena.limit(limit);
    long begin = arena.now();
    long before = total();
    long time = 0;
    while (time < WATCH) {
      arena.pass(MILLISECOND);
      time = arena.now() - begin;
      flowed.add(new Settling.Moment(time, total() - before));
    }
    return new Settling(limit, flowed);
  }

  /** Bytes per second since then. */
  private double rate(long begin, long before) {
    return (total() - before) / ((arena.now() - begin) / SECOND);
  }

  private long total() {
    return bytesOfGuests + parties.stream().mapToLong(Party::bytes).sum();
  }
}
