/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The receiving half of a {@link DatagramPort}, for those who write a transport: keeps {@link
 * DatagramPort#receive()}'s promises. Holds no queue.
 */
public final class DatagramInlet {

  private final Loop loop;
  private final Runnable read;
  private @Nullable FluxSink<Datagram> receiver; // confined to the loop, as is what follows
  private boolean ended;

  /**
   * Of a port that lives on {@code loop}.
   *
   * @param read called on the loop when one is wanted that was not before
   */
  public DatagramInlet(Loop loop, Runnable read) {
    this.loop = loop;
    this.read = read;
  }

  /** See {@link DatagramPort#receive()}. */
  public Flux<Datagram> receive() {
    return Flux.create(this::join, FluxSink.OverflowStrategy.ERROR);
  }

  /** On the loop: whether one emitted now would be passed on. */
  public boolean isHungry() {
    FluxSink<Datagram> current = receiver;
    return current != null && current.requestedFromDownstream() > 0;
  }

  /** On the loop: passes it on, or loses it if nobody asked. */
  public void emit(Datagram datagram) {
    FluxSink<Datagram> current = receiver;
    if (current != null && isHungry()) {
      current.next(datagram);
    }
  }

  /** On the loop: no more come. */
  public void complete() {
    ended = true;
    FluxSink<Datagram> current = receiver;
    receiver = null;
    if (current != null) {
      current.complete();
    }
  }

  private void join(FluxSink<Datagram> sink) {
    loop.run(() -> enter(sink));
    sink.onRequest(demand -> loop.run(this::readIfHungry));
    sink.onDispose(() -> loop.run(() -> leave(sink)));
  }

  private void enter(FluxSink<Datagram> sink) {
    if (receiver != null) {
      sink.error(new IllegalStateException("a port's receive() serves one subscriber at a time"));
    } else if (ended) {
      sink.complete();
    } else {
      receiver = sink;
      readIfHungry();
    }
  }

  private void readIfHungry() {
    if (isHungry()) {
      read.run();
    }
  }

  private void leave(FluxSink<Datagram> sink) {
    if (receiver == sink) {
      receiver = null;
    }
  }
}
