/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;

/**
 * Tells everybody who listens what happened: first a snapshot of how things stand, then the news,
 * in one order for all, with nothing between the two missing or told twice.
 *
 * <p>A listener that is slow loses the oldest of what waits for it, and is told how much that was;
 * it slows neither the house nor the other listeners, since its code runs on a thread of its own.
 */
public final class EventHub {

  /** How many events wait for one listener before the oldest go. */
  public static final int CAPACITY = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

  private final Scheduler decisions;
  private final Scheduler delivery;
  private final Supplier<List<P2pEvent>> snapshot;
  // What follows is confined to the decisions' thread.
  private final List<FluxSink<P2pEvent>> listeners = new ArrayList<>();
  private boolean closed;

  /**
   * @param decisions the serial scheduler of the network, on which {@link #emit} is called
   * @param delivery lends each listener a worker
   * @param snapshot how things stand, as events; called on the decisions' thread
   */
  public EventHub(Scheduler decisions, Scheduler delivery, Supplier<List<P2pEvent>> snapshot) {
    this.decisions = decisions;
    this.delivery = delivery;
    this.snapshot = snapshot;
  }

  /** On the decisions' thread: it happened. */
  public void emit(P2pEvent event) {
    LOG.debug("{}", event);
    // A copy, since a listener may leave while it is told.
    List.copyOf(listeners).forEach(listener -> listener.next(event));
  }

  /** On the decisions' thread: nothing happens any more; the listeners' streams complete. */
  public void close() {
    closed = true;
    List.copyOf(listeners).forEach(FluxSink::complete);
    listeners.clear();
  }

  /** Cold; any number of subscribers, at any time. Emits on a thread of the delivery scheduler. */
  public Flux<P2pEvent> events() {
    return Flux.defer(
        () -> {
          var lost = new AtomicLong();
          return Flux.create(this::join, FluxSink.OverflowStrategy.IGNORE)
              .onBackpressureBuffer(
                  CAPACITY, event -> lost.incrementAndGet(), BufferOverflowStrategy.DROP_OLDEST)
              .publishOn(delivery, 1)
              .concatMapIterable(event -> withLosses(lost.getAndSet(0), event), 1);
        });
  }

  private void join(FluxSink<P2pEvent> listener) {
    decisions.schedule(
        () -> {
          snapshot.get().forEach(listener::next);
          if (closed) {
            listener.complete();
          } else {
            listeners.add(listener);
          }
        });
    // Only now, so that whoever left already is removed after it was added.
    listener.onDispose(() -> decisions.schedule(() -> listeners.remove(listener)));
  }

  private static List<P2pEvent> withLosses(long lost, P2pEvent event) {
    return lost == 0 ? List.of(event) : List.of(new P2pEvent.EventsLost(lost), event);
  }
}
