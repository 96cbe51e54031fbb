/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.event.Probe;
import org.reactorp2p.pool.event.Probes;
import reactor.core.Disposable;
import reactor.util.context.ContextView;

/**
 * The meters in one registry, and what they measure. The network's list of probes holds it, so that
 * nobody else needs to.
 */
final class Binding implements Probe, Disposable {

  private final MeterBook book;
  private final Durations durations;
  private final Disposable measuring;

  Binding(MeterBook book, Durations durations, Probes probes) {
    this.book = book;
    this.durations = durations;
    this.measuring = probes.add(this);
  }

  @Override
  public Span begin(Direction direction, Point remote, ContextView caller) {
    return durations.begin(direction, remote, caller);
  }

  @Override
  public void dispose() {
    measuring.dispose();
    book.removeAll();
  }
}
