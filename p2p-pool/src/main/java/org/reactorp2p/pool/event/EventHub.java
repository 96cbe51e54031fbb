/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;

/**
 * Tells everybody who listens what happened: first a snapshot of how things stand, then the news,
 * in one order for all, with nothing between the two missing or told twice.
 *
 * <p>A listener that is slow loses news in the way it chose, and is told how much; it slows neither
 * the house nor the other listeners, since its code runs on a thread of its own. Whatever must be
 * exact is counted by the {@link EventTally}, before anything is lost. Whatever must be exact is
 * counted before anything is lost.
 */
public final class EventHub {

  /** How many news wait for one listener, unless it wants the latest only. */
  public static final int CAPACITY = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

  private final Scheduler decisions;
  private final Scheduler delivery;
  private final Supplier<List<P2pEvent>> snapshot;
  private final EventTally tally = new EventTally();
  private final LongAdder lost = new LongAdder();
  // What follows is confined to the decisions' thread.
  private final List<Listener> listeners = new ArrayList<>();
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
    tally.count(event);
    // A copy, since a listener may leave while it is told.
    List.copyOf(listeners).forEach(listener -> listener.tell(event));
  }

  /** On the decisions' thread: nothing happens any more; the listeners' streams complete. */
  public void close() {
    closed = true;
    List.copyOf(listeners).forEach(Listener::end);
    listeners.clear();
  }

  /** Cold; any number of subscribers, at any time. Emits on a thread of the delivery scheduler. */
  public Flux<P2pEvent> events(Overflow overflow) {
    return Flux.<P2pEvent>create(sink -> join(sink, overflow), FluxSink.OverflowStrategy.ERROR)
        .publishOn(delivery, 1);
  }

  /** What happened so far, counted. */
  public EventTally tally() {
    return tally;
  }

  /** Events that listeners lost because they were too slow, all together. Any thread. */
  public long lost() {
    return lost.sum();
  }

  private void join(FluxSink<P2pEvent> sink, Overflow overflow) {
    var listener = new Listener(sink, new Backlog(overflow, lost::add));
    decisions.schedule(
        () -> {
          listener.begin(snapshot.get());
          if (closed) {
            listener.end();
          } else {
            listeners.add(listener);
          }
        });
    sink.onRequest(demand -> listener.drain());
    // Only now, so that whoever left already is removed after it was added.
    sink.onDispose(() -> decisions.schedule(() -> listeners.remove(listener)));
  }
}
