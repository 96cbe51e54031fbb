/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.LinkedHashSet;
import java.util.Set;
import org.reactorp2p.core.connection.PeerConnection;
import reactor.core.publisher.FluxSink;

/** What one subscriber of new connections has not asked for yet. Confined to one thread. */
final class Feed<M> {

  private final FluxSink<PeerConnection<M>> sink;
  private final Set<PeerConnection<M>> waiting = new LinkedHashSet<>();

  Feed(FluxSink<PeerConnection<M>> sink) {
    this.sink = sink;
  }

  void offer(PeerConnection<M> connection) {
    waiting.add(connection);
    drain();
  }

  /** It ended before anybody asked for it. */
  void withdraw(PeerConnection<M> connection) {
    waiting.remove(connection);
  }

  /** Hands over as many as were asked for. */
  void drain() {
    while (!waiting.isEmpty() && sink.requestedFromDownstream() > 0) {
      PeerConnection<M> connection = waiting.iterator().next();
      waiting.remove(connection);
      sink.next(connection);
    }
  }

  void complete() {
    sink.complete();
  }
}
