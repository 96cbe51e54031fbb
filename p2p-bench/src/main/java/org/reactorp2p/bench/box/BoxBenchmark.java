/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.reactorp2p.node.cli.VectorModule;

/** What JMH runs. Nonces count up from frame to frame, as those of a connection do. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BoxBenchmark {
  /** A {@link Provider} in lower case. */
  @Param("plain")
  public String provider = "plain";

  /** Bytes of plaintext in a frame. */
  @Param("64")
  public int length = 64;

  private @Nullable Sealing sealing;

  @Setup
  public void prepare() {
    VectorModule.load(); // as the launcher's main class does, which this JVM did not start with
    sealing = Provider.of(provider).sealing(length);
  }

  @Benchmark
  public void seal() {
    Objects.requireNonNull(sealing).seal();
  }

  @Benchmark
  public void open() {
    Objects.requireNonNull(sealing).open();
  }
}
