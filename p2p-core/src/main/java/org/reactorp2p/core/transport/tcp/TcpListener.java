/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Arrivals;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

/** An open TCP port. */
final class TcpListener implements Listener {

  /** NIO gives a closed port back to the machine not at once, but with its next select. */
  private static final Duration UNTIL_NEXT_SELECT = Duration.ofMillis(1);

  private final DisposableServer server;
  private final TcpLoop loop;
  private final Point local;
  private final Arrivals arrivals;
  private volatile boolean taken;

  TcpListener(DisposableServer server, TcpLoop loop, Arrivals arrivals) {
    this.server = server;
    this.loop = loop;
    this.local = Point.of((InetSocketAddress) server.channel().localAddress());
    this.arrivals = arrivals;
    server.channel().closeFuture().addListener(done -> arrivals.complete());
  }

  /** Whether its owner has used it. */
  boolean isTaken() {
    return taken;
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

  @Override
  public Mono<Void> close() {
    taken = true;
    return Mono.defer(
        () -> {
          server.dispose();
          return server
              .onDispose()
              .then(Mono.delay(UNTIL_NEXT_SELECT, loop.scheduler()))
              .then()
              .onErrorComplete();
        });
  }

  @Override
  public String toString() {
    return "TcpListener(" + local + ")";
  }
}
