/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Registers meters as they are listed, and removes them all again. */
final class MeterBook {

  private final MeterRegistry registry;
  private final Tags common;
  private final List<Meter> meters = new ArrayList<>();
  // Held here, because a registry refers to what it reads weakly.
  private final Set<Object> sources = new HashSet<>();

  /**
   * @param common on every meter
   */
  MeterBook(MeterRegistry registry, Tags common) {
    this.registry = registry;
    this.common = common;
  }

  /** Read when somebody looks. */
  <T> void gauge(P2pMeters meter, T source, ToDoubleFunction<T> value, Tag... tags) {
    sources.add(source);
    meters.add(
        Gauge.builder(meter.getName(), source, value)
            .description(meter.description())
            .baseUnit(meter.getBaseUnit())
            .tags(common.and(tags))
            .register(registry));
  }

  /** Read when somebody looks; never falls. */
  <T> void counter(P2pMeters meter, T source, ToDoubleFunction<T> value, Tag... tags) {
    sources.add(source);
    meters.add(
        FunctionCounter.builder(meter.getName(), source, value)
            .description(meter.description())
            .baseUnit(meter.getBaseUnit())
            .tags(common.and(tags))
            .register(registry));
  }

  /** Told of every duration. */
  Timer timer(P2pMeters meter, Tag... tags) {
    Timer timer =
        Timer.builder(meter.getName())
            .description(meter.description())
            .tags(common.and(tags))
            .register(registry);
    meters.add(timer);
    return timer;
  }

  /** As if none had ever been there. */
  void removeAll() {
    meters.forEach(registry::remove);
    meters.clear();
    sources.clear();
  }
}
