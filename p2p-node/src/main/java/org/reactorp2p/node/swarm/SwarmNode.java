/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.reactorp2p.core.connection.DisconnectedException;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.pool.P2pNetwork;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * One node of the swarm. It floods: what is new to it goes on to every connection but the one it
 * came from, on whatever graph the connections form.
 *
 * <p>What waits for a connection is bounded by the file: a piece is new once, so it waits at most
 * once, and all waiting lines share its bytes. Receiving never waits for sending; if it did, a ring
 * of nodes with full outboxes could wait for itself.
 */
final class SwarmNode {

  private final int number;
  private final P2pNetwork<Piece, ?, ?> network;
  private final FlowWatch upload;
  private final FlowWatch download;
  private final Harvest harvest = new Harvest();
  private final AtomicLong received = new AtomicLong();
  private final Map<PeerConnection<Piece>, FluxSink<Piece>> links = new ConcurrentHashMap<>();

  /**
   * @param number from 0, unlike that of any other node
   * @param network not started yet
   * @param nanoTime a clock that never goes back
   */
  SwarmNode(int number, P2pNetwork<Piece, ?, ?> network, LongSupplier nanoTime) {
    this.number = number;
    this.network = network;
    this.upload = new FlowWatch(network, Way.UP, nanoTime);
    this.download = new FlowWatch(network, Way.DOWN, nanoTime);
  }

  /** Starts the network. Cold; completes when it listens. */
  Mono<?> start() {
    return network.start();
  }

  /** Floods from now on, until the network stops or this is disposed of. */
  Disposable flood() {
    return network.connected().flatMap(this::serve, Integer.MAX_VALUE, 1).subscribe();
  }

  private Mono<Void> serve(PeerConnection<Piece> link) {
    Mono<Void> out = link.send(Flux.create(sink -> links.put(link, sink)));
    Mono<Void> in = link.receive().doOnNext(piece -> take(link, piece)).then();
    return Mono.when(out, in)
        .onErrorComplete(DisconnectedException.class)
        .doFinally(end -> links.remove(link));
  }

  private void take(PeerConnection<Piece> from, Piece piece) {
    received.incrementAndGet();
    if (piece.origin() != number && harvest.take(piece)) {
      links.forEach(
          (link, waiting) -> {
            if (link != from) {
              waiting.next(piece);
            }
          });
    }
  }

  /** Sends pieces of our own to everybody who is connected; returns before they are sent. */
  void broadcast(List<Piece> pieces) {
    pieces.forEach(piece -> links.values().forEach(waiting -> waiting.next(piece)));
  }

  /** Looks at what flows, against the limits. */
  void look() {
    upload.look();
    download.look();
  }

  /** What was sent, as far as it was looked at. */
  FlowResult uploaded() {
    return upload.result();
  }

  /** What was received, as far as it was looked at. */
  FlowResult downloaded() {
    return download.result();
  }

  /** How many connections pieces go out on. */
  int links() {
    return links.size();
  }

  /** What came so far. */
  Harvest harvest() {
    return harvest;
  }

  /** Messages that came, pieces that were here before included. */
  long received() {
    return received.get();
  }

  P2pNetwork<Piece, ?, ?> network() {
    return network;
  }
}
