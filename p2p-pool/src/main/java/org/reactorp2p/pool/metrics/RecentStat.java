/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.pool.stat.NetworkStat;

/**
 * One picture for all meters that are read at about the same time: to take one visits every
 * connection, and a registry reads dozens of meters in a row. Any thread.
 */
final class RecentStat {

  private static final long FRESH = Duration.ofMillis(100).toNanos();

  private final Supplier<NetworkStat> source;
  private final Clock clock;
  private @Nullable NetworkStat last;
  private long takenAt;

  RecentStat(Supplier<NetworkStat> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** At most a tenth of a second old. */
  synchronized NetworkStat now() {
    long now = clock.monotonicTime();
    NetworkStat stat = last;
    if (stat == null || now - takenAt > FRESH) {
      stat = source.get();
      last = stat;
      takenAt = now;
    }
    return stat;
  }
}
