/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
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
import reactor.core.scheduler.Schedulers;

/**
 * Items that never wait, each copied once as anything on its way to a socket is. They come from
 * each share in turn.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PassingBenchmark.ITEMS)
public class PassingBenchmark {
  static final int ITEMS = 10_000;

  /** Bytes of an item. */
  @Param("32")
  public int bytes = 32;

  /** How many shares are open. */
  @Param("1")
  public int shares = 1;

  private byte[] item = {};
  private byte[] copy = {};
  private Feed[] bare = {};
  private Feed[] unlimited = {};
  private Feed[] neverShort = {};

  @Setup
  public void prepare(Blackhole hole) {
    item = new byte[bytes];
    copy = new byte[bytes];
    Consumer<byte[]> sink =
        received -> {
          System.arraycopy(received, 0, copy, 0, received.length);
          hole.consume(copy);
        };
    bare = feeds(source -> source, sink);
    unlimited = feeds(limiting(ByteRate.UNLIMITED), sink);
    neverShort = feeds(limiting(ByteRate.of(1L << 53)), sink);
  }

  private static Function<Flux<byte[]>, Flux<byte[]>> limiting(ByteRate rate) {
    BandwidthScheduler scheduler =
        BandwidthScheduler.create(rate, Schedulers.immediate(), System::nanoTime);
    return source -> source.transform(scheduler.open(1).limiting(received -> received.length));
  }

  private Feed[] feeds(Function<Flux<byte[]>, Flux<byte[]>> way, Consumer<byte[]> sink) {
    Feed[] feeds = new Feed[shares];
    for (int i = 0; i < shares; i++) {
      feeds[i] = new Feed();
      way.apply(Flux.from(feeds[i])).subscribe(sink);
    }
    return feeds;
  }

  @Benchmark
  public void bare() {
    offer(bare);
  }

  @Benchmark
  public void unlimited() {
    offer(unlimited);
  }

  @Benchmark
  public void neverShort() {
    offer(neverShort);
  }

  private void offer(Feed[] feeds) {
    int next = 0;
    for (int i = 0; i < ITEMS; i++) {
      feeds[next].offer(item);
      next = next + 1 == feeds.length ? 0 : next + 1;
    }
  }
}
