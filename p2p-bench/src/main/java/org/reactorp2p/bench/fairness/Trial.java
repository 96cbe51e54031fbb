/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;

/** Plays one crowd at 8 MiB/s on virtual time, then halves the limit and sees how it settles. */
final class Trial {
  private static final long RATE = 8 << 20;
  private static final long SECOND = 1_000_000_000;
  private static final long MILLISECOND = 1_000_000;
  private static final int SLICE = 5;
  private static final double WINDOW = 2 * Stream.LARGEST;

  private final Crowd crowd;
  private final RandomGenerator random;
  private final VirtualTimer timer = new VirtualTimer();
  private final BandwidthScheduler scheduler =
      BandwidthScheduler.create(ByteRate.of(RATE), timer, timer::now);
  private final List<Stream> streams = new ArrayList<>();
  private double rateError;

  Trial(Crowd crowd, long seed) {
    this.crowd = crowd;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  Outcome play() {
    for (int i = 0; i < crowd.streams(); i++) {
      streams.add(new Stream(scheduler, crowd.weights().of(i), random));
    }
    for (int slice = 0; slice < crowd.seconds() / SLICE; slice++) {
      playSlice();
    }
    double[] rates = streams.stream().mapToDouble(Stream::byWeight).toArray();
    double utilisation = total() / (RATE * (double) (crowd.seconds() / SLICE * SLICE));
    return new Outcome(
        crowd, Outcome.jain(rates), utilisation, Outcome.worst(rates), rateError, settling());
  }

  private void playSlice() {
    long before = total();
    for (int second = 0; second < SLICE; second++) {
      List<Stream> guests = new ArrayList<>();
      for (int i = 0; i < crowd.guests(); i++) {
        guests.add(new Stream(scheduler, crowd.weights().of(i), random));
      }
      timer.pass(SECOND);
      guests.forEach(Stream::leave);
    }
    double rate = (total() - before) / (double) SLICE;
    rateError = Math.max(rateError, Math.abs(rate / RATE - 1));
  }

  /**
   * How long until what has flowed since the limit was halved stays within one window of what
   * should have, in windows of the new limit.
   */
  private double settling() {
    long halved = RATE / 2;
    long start = total();
    scheduler.rate(ByteRate.of(halved));
    long settled = 0;
    for (long time = MILLISECOND; time <= SLICE * SECOND; time += MILLISECOND) {
      timer.pass(MILLISECOND);
      double due = halved * (time / (double) SECOND);
      if (Math.abs(total() - start - due) > WINDOW) {
        settled = time;
      }
    }
    return settled / (WINDOW / halved * SECOND);
  }

  private long total() {
    return scheduler.stat().totalBytes();
  }
}
