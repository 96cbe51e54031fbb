/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Arrivals;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** An open port of a memory network; closing it gives the port back. */
final class MemoryListener implements Listener {

  private final MemoryLoop loop;
  private final Point local;
  private final Runnable release;
  private final Arrivals arrivals;
  private final Sinks.Empty<Void> closed = Sinks.empty();
  private volatile boolean taken;

  MemoryListener(MemoryLoop loop, Point local, Runnable release) {
    this.loop = loop;
    this.local = local;
    this.release = release;
    this.arrivals = new Arrivals(loop);
  }

  @Override
  public Point local() {
    return local;
  }

  @Override
  public Flux<Link> accept() {
    taken = true;
    return arrivals;
  }

  /** Whether its owner has used it. */
  boolean isTaken() {
    return taken;
  }

  void arrive(Link link) {
    arrivals.arrive(link);
  }

  @Override
  public Mono<Void> close() {
    taken = true;
    return Mono.defer(
        () -> {
          loop.run(this::shut);
          return closed.asMono();
        });
  }

  private void shut() {
    release.run();
    arrivals.complete();
    closed.tryEmitEmpty();
  }
}
