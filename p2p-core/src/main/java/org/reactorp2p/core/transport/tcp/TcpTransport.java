/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Arrivals;
import org.reactorp2p.core.transport.DatagramPort;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Offer;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.tcp.TcpConfig.Engine;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver.State;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpServer;

/**
 * Links over TCP, by Reactor Netty, and datagrams over UDP: epoll where the machine has it, else
 * NIO.
 *
 * <p>Owns its event loops; {@link #dispose()} ends them. Memory: one read buffer and one array of
 * {@link TcpConfig#readSize()} per event loop, and another array for each link that waits with
 * bytes that it was lent; per link a few KiB of heap, the batch it is writing (copied once into
 * Netty's pooled direct memory until the socket has taken it), and what the machine itself holds
 * for the socket. The pool is {@code PooledByteBufAllocator.DEFAULT}, always: the process shares
 * it, and {@code -XX:MaxDirectMemorySize} bounds it.
 */
public final class TcpTransport implements Transport, Disposable {

  private static final Offer.Fate<Link> LINK =
      new Offer.Fate<>(link -> ((TcpLink) link).isTaken(), Link::abort);
  private static final Offer.Fate<Listener> LISTENER =
      new Offer.Fate<>(
          listener -> ((TcpListener) listener).isTaken(), listener -> listener.close().subscribe());

  private static final Offer.Fate<DatagramPort> PORT =
      new Offer.Fate<>(port -> ((UdpPort) port).isTaken(), port -> port.close().subscribe());

  private final TcpConfig config;
  private final TcpLoops loops;
  private final TcpClient client;
  private final TcpServer server;

  private TcpTransport(TcpConfig config) {
    this.config = config;
    this.loops = TcpLoops.start(config);
    var options = new TcpOptions(config, loops.engine());
    // Not create(): that one pools, and stops at 500 connections to one address.
    this.client =
        options.dialling(TcpClient.newConnection()).resolver(NoopAddressResolverGroup.INSTANCE);
    this.server = options.listening(TcpServer.create());
  }

  /**
   * Starts the event loops, which are daemon threads.
   *
   * @throws IllegalArgumentException if epoll is asked for and missing
   */
  public static TcpTransport create(TcpConfig config) {
    return new TcpTransport(config);
  }

  /** What is in use: {@code EPOLL} or {@code NIO}. */
  public Engine engine() {
    return loops.engine();
  }

  @Override
  public Mono<Link> dial(Point to) {
    return Mono.defer(
        () -> {
          TcpLoop loop = loops.next();
          return loop.isEnding()
              ? Mono.error(ended())
              : Offer.of(loop, LINK, offer -> connect(to, loop, offer));
        });
  }

  private Runnable connect(Point to, TcpLoop loop, Offer<Link> offer) {
    Disposable attempt =
        client
            .runOn(TcpLoops.only(loop))
            .remoteAddress(to::toSocketAddress)
            .connect()
            .subscribe(
                connection -> offer.make(link(connection.channel(), loop, to)),
                cause -> offer.fail(TcpFailures.dialling(to, cause)));
    return attempt::dispose;
  }

  @Override
  public Mono<Listener> listen(Point on) {
    return Mono.defer(
        () -> {
          TcpLoop loop = loops.next();
          return loop.isEnding()
              ? Mono.error(ended())
              : Offer.of(loop, LISTENER, offer -> bind(on, loop, offer));
        });
  }

  private Runnable bind(Point on, TcpLoop loop, Offer<Listener> offer) {
    var arrivals = new Arrivals(loop);
    Disposable attempt =
        server
            .runOn(loops.acceptingOn(loop))
            .bindAddress(on::toSocketAddress)
            .childObserve((connection, state) -> accepted(connection, state, arrivals))
            .bind()
            .subscribe(
                bound -> offer.make(new TcpListener(bound, loop, arrivals)),
                cause -> offer.fail(TcpFailures.listening(on, cause)));
    return attempt::dispose;
  }

  @Override
  public Mono<DatagramPort> datagrams(Point on, int longest) {
    return Mono.defer(
        () -> {
          TcpLoop loop = loops.next();
          return loop.isEnding()
              ? Mono.error(ended())
              : Offer.of(loop, PORT, offer -> bind(on, longest, loop, offer));
        });
  }

  private Runnable bind(Point on, int longest, TcpLoop loop, Offer<DatagramPort> offer) {
    ChannelFuture attempt = UdpPort.bind(on, longest, loop, engine());
    attempt.addListener(
        bound -> {
          if (bound.isSuccess()) {
            offer.make(UdpPort.over(attempt.channel(), loop));
          } else {
            offer.fail(TcpFailures.listening(on, bound.cause()));
          }
        });
    return attempt.channel()::close;
  }

  private void accepted(Connection connection, State state, Arrivals arrivals) {
    if (state == State.CONFIGURED) {
      Channel channel = connection.channel();
      arrivals.arrive(link(channel, loops.of(channel.eventLoop()), null));
    }
  }

  private Link link(Channel channel, TcpLoop loop, @Nullable Point dialled) {
    Point local = Point.of((InetSocketAddress) channel.localAddress());
    Point remote =
        dialled == null ? Point.of((InetSocketAddress) channel.remoteAddress()) : dialled;
    return TcpLink.over(channel, loop, new TcpLink.Ends(local, remote), config.closeTimeout());
  }

  private static LinkException ended() {
    return new LinkException(Kind.CLOSED, "the transport was closed");
  }

  /** Begins to end: see {@link #disposeLater()}. Does not block. */
  @Override
  public void dispose() {
    disposeLater().subscribe();
  }

  /**
   * Aborts every link, closes every port and ends the event loops, on subscription; completes when
   * the threads are gone, five seconds later at most. Close links before, to end them politely.
   */
  public Mono<Void> disposeLater() {
    return loops.end();
  }

  @Override
  public boolean isDisposed() {
    return loops.isEnding();
  }
}
