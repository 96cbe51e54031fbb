/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.reactorp2p.pool.event.EventTally;
import org.reactorp2p.pool.event.Probes;
import org.reactorp2p.pool.stat.NetworkStat;
import reactor.core.Disposable;

/**
 * Binds the meters of one network, listed in {@link P2pMeters}, to registries. All of them are
 * there as soon as it is bound, and none comes later, whatever peers do.
 *
 * <p>Counters count from the moment the network was built; timers measure what begins while they
 * are bound. While nothing is bound, nothing is measured. Networks that report to one registry need
 * a tag that tells them apart, see {@link #withTags}. Thread-safe.
 */
public final class P2pMetrics implements MeterBinder, AutoCloseable {

  private final Supplier<NetworkStat> stat;
  private final EventTally tally;
  private final Probes probes;
  private final Tags common;
  private final List<Disposable> bound = new ArrayList<>(); // guarded by this

  /**
   * @param stat takes a picture of the network
   * @param tally what happened to it
   * @param probes where its attempts are measured
   */
  public P2pMetrics(Supplier<NetworkStat> stat, EventTally tally, Probes probes) {
    this(stat, tally, probes, Tags.empty());
  }

  private P2pMetrics(Supplier<NetworkStat> stat, EventTally tally, Probes probes, Tags common) {
    this.stat = stat;
    this.tally = tally;
    this.probes = probes;
    this.common = common;
  }

  /** The same, not bound yet, with these tags on every meter too. */
  public P2pMetrics withTags(Iterable<Tag> tags) {
    return new P2pMetrics(stat, tally, probes, common.and(tags));
  }

  /** Adds all meters. Another registry may follow; the same one twice is none of use. */
  @Override
  public synchronized void bindTo(MeterRegistry registry) {
    var book = new MeterBook(registry, common);
    var clock = registry.config().clock();
    new Standing(book, new RecentStat(stat, clock)).register();
    new Happenings(book, tally).register();
    bound.add(new Binding(book, new Durations(book, clock), probes));
  }

  /** Removes all meters from all registries they were added to. May be bound again. */
  @Override
  public synchronized void close() {
    bound.forEach(Disposable::dispose);
    bound.clear();
  }
}
