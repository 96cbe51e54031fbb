/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Datagram;
import org.reactorp2p.core.transport.DatagramInlet;
import org.reactorp2p.core.transport.DatagramPort;
import org.reactorp2p.core.transport.tcp.TcpConfig.Engine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A port for datagrams, on one of the transport's loops. Reads one when one is asked for. */
final class UdpPort extends SimpleChannelInboundHandler<DatagramPacket> implements DatagramPort {

  private final Channel channel;
  private final TcpLoop loop;
  private final Point local;
  private final DatagramInlet inlet;
  private volatile boolean taken;

  private UdpPort(Channel channel, TcpLoop loop) {
    this.channel = channel;
    this.loop = loop;
    this.local = Point.of((InetSocketAddress) channel.localAddress());
    this.inlet = new DatagramInlet(loop, channel::read);
    channel.closeFuture().addListener(done -> loop.run(inlet::complete));
  }

  /** Begins to open one; nothing is read from it before {@link #over}. */
  static ChannelFuture bind(Point on, int longest, TcpLoop loop, Engine engine) {
    SocketProtocolFamily family =
        on.address() instanceof Inet4Address
            ? SocketProtocolFamily.INET
            : SocketProtocolFamily.INET6;
    return new Bootstrap()
        .group(loop.eventLoop())
        .channelFactory(
            () ->
                engine == Engine.EPOLL
                    ? new EpollDatagramChannel(family)
                    : new NioDatagramChannel(family))
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .option(
            ChannelOption.RECVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(longest).maxMessagesPerRead(1))
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.SO_BROADCAST, true)
        .option(ChannelOption.SO_REUSEADDR, true)
        .handler(new ChannelInboundHandlerAdapter()) // which does nothing, until the port is made
        .bind(on.toSocketAddress());
  }

  /** On the loop: takes an open channel. */
  static UdpPort over(Channel channel, TcpLoop loop) {
    var port = new UdpPort(channel, loop);
    channel.pipeline().addLast(port);
    return port;
  }

  /** Whether its owner has used it. */
  boolean isTaken() {
    return taken;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
    byte[] bytes = ByteBufUtil.getBytes(packet.content());
    inlet.emit(new Datagram(Point.of(packet.sender()), bytes));
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (inlet.isHungry()) {
      channel.read();
    }
  }

  /** Such as that nobody was there for what we sent: of no importance to a datagram. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (inlet.isHungry() && channel.isOpen()) {
      channel.read();
    }
  }

  @Override
  public Point local() {
    return local;
  }

  @Override
  public Flux<Datagram> receive() {
    taken = true;
    return inlet.receive();
  }

  @Override
  public Mono<Void> send(Datagram datagram) {
    taken = true;
    return Mono.create(
        sink ->
            channel
                .writeAndFlush(
                    new DatagramPacket(
                        Unpooled.wrappedBuffer(datagram.bytes()),
                        datagram.peer().toSocketAddress()))
                .addListener(
                    sent -> {
                      if (sent.isSuccess()) {
                        sink.success();
                      } else {
                        sink.error(TcpFailures.losing(datagram.peer(), sent.cause()));
                      }
                    }));
  }

  @Override
  public Mono<Void> close() {
    taken = true;
    return Mono.create(sink -> channel.close().addListener(done -> sink.success()));
  }

  @Override
  public String toString() {
    return "UdpPort(" + local + ")";
  }
}
