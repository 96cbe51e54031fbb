/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Exceptions;
import reactor.core.publisher.FluxSink;

/**
 * One subscriber, and what waits for it. Told on the decisions' thread, and hands over what was
 * asked for on that thread or on the one that asks; behind it the stream changes to a thread of the
 * subscriber's own.
 */
final class Listener {

  private final FluxSink<P2pEvent> sink;
  private final Backlog backlog;
  // Above zero while one thread hands over; the others leave a note by adding one.
  private final AtomicInteger draining = new AtomicInteger();

  Listener(FluxSink<P2pEvent> sink, Backlog backlog) {
    this.sink = sink;
    this.backlog = backlog;
  }

  void begin(List<P2pEvent> snapshot) {
    backlog.begin(snapshot);
    drain();
  }

  void tell(P2pEvent event) {
    backlog.add(event);
    drain();
  }

  void end() {
    backlog.end();
    drain();
  }

  /** Hands over as much as was asked for. Any thread. */
  void drain() {
    if (draining.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    do {
      handOver();
      missed = draining.addAndGet(-missed);
    } while (missed != 0);
  }

  private void handOver() {
    while (sink.requestedFromDownstream() > 0) {
      P2pEvent next = backlog.poll();
      if (next == null) {
        break;
      }
      sink.next(next);
    }
    switch (backlog.state()) {
      case OPEN -> {}
      case ENDED -> sink.complete();
      case OVERFLOWN ->
          sink.error(Exceptions.failWithOverflow("the subscriber of events was too slow"));
    }
  }
}
