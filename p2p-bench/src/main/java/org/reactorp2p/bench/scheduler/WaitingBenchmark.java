/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;

/**
 * Items that all wait: every share always has its next one in line, and each time a millisecond's
 * worth of them is let through.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(WaitingBenchmark.ITEMS)
public class WaitingBenchmark {
  static final int ITEMS = 10_000;
  private static final long NANOS = 1_000_000;

  /** Bytes of an item. */
  @Param("32")
  public int bytes = 32;

  /** How many shares are open. */
  @Param("100")
  public int shares = 100;

  private final HandTimer timer = new HandTimer();

  @Setup
  public void prepare(Blackhole hole) {
    ByteRate rate = ByteRate.of(ITEMS * (long) bytes * 1_000);
    BandwidthScheduler scheduler = BandwidthScheduler.create(rate, timer, timer::now);
    byte[] item = new byte[bytes];
    Drain drain = new Drain(hole);
    for (int i = 0; i < shares; i++) {
      Flux.from(new Spring(item))
          .transform(scheduler.open(1).limiting(received -> received.length))
          .subscribe(drain);
    }
  }

  @Benchmark
  public void contended() {
    timer.pass(NANOS);
  }
}
