/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.traffic.GlobalChannelTrafficShapingHandler;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Netty's {@link GlobalChannelTrafficShapingHandler} over the loopback, as it comes: a limit for
 * all channels, checked every second, with its balancing among them. Nothing is sealed; the handler
 * stands in each channel of a server that writes as long as the channel says it is writable. It
 * knows no weights. Its clock is the system's, so there is no playing it on virtual time.
 */
public final class NettyArena implements Arena {
  private static final long CHECK_MILLIS = 1_000;

  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final GlobalChannelTrafficShapingHandler shaping;
  private final BlockingQueue<Sizes> wishes = new ArrayBlockingQueue<>(1);
  private final Channel server;

  public NettyArena(long bytesPerSecond) {
    this.shaping =
        new GlobalChannelTrafficShapingHandler(loops, bytesPerSecond, 0, 0, 0, CHECK_MILLIS);
    this.server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel accepted) throws InterruptedException {
                    accepted.pipeline().addLast(shaping, new NettyFountain(wishes.take()));
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  /** One after the other, so that each gets the sizes it brings. */
  @Override
  public Party join(double weight, Sizes sizes) {
    wishes.add(sizes);
    SocketAddress address = server.localAddress();
    NettyBasin basin = new NettyBasin();
    Channel channel =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .handler(basin)
            .connect(address)
            .syncUninterruptibly()
            .channel();
    while (!wishes.isEmpty()) {
      Thread.onSpinWait();
    }
    return new Party() {
      @Override
      public long bytes() {
        return basin.bytes();
      }

      @Override
      public void leave() {
        channel.close().syncUninterruptibly();
      }
    };
  }

  @Override
  public void limit(long bytesPerSecond) {
    shaping.configure(bytesPerSecond, 0);
  }

  @Override
  public void pass(long nanos) {
    WallClock.pass(nanos);
  }

  @Override
  public long now() {
    return WallClock.now();
  }

  @Override
  public void close() {
    server.close().syncUninterruptibly();
    shaping.release();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
