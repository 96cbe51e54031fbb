/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.UncheckedBooleanSupplier;
import java.io.IOException;

/**
 * What Netty says about one socket, told to its {@link TcpLink}; and what Netty asks before each
 * read, answered by the link's demand. Reads go into the buffer of the loop and are copied out at
 * once.
 *
 * <p>Netty reads without being asked in one case: when epoll reports that the other side has
 * closed, it reads until nothing is left, which may be all the machine's receive buffer holds. A
 * peer who sends megabytes, closes, and is not read from would so fill our memory. Therefore a read
 * that nobody wants is stopped where a buffer is asked for it, by an exception that means nothing
 * else, unless the socket is dead: then reading on is the only way to learn why, and its bytes are
 * lost anyway.
 */
@SuppressWarnings("deprecation") // Netty has no other way yet to say how to read.
final class TcpReader extends ChannelInboundHandlerAdapter
    implements RecvByteBufAllocator, RecvByteBufAllocator.ExtendedHandle {

  /** Reads in one turn of the loop before other links get theirs. */
  private static final int TURN = 16;

  /** Linux's number for the state in which a connection is no more: {@code TCP_CLOSE}. */
  private static final int TCP_CLOSE = 7;

  private final TcpLink link;
  private final TcpLoop loop;

  private int reads;
  private int attempted;
  private int last;

  TcpReader(TcpLink link, TcpLoop loop) {
    this.link = link;
    this.loop = loop;
  }

  // What Netty tells.

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!link.wantsBytes() || !(message instanceof ByteBuf buffer)) {
      ReferenceCountUtil.release(message);
      return;
    }
    try {
      link.arrived(buffer);
    } finally {
      buffer.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    link.turnOver();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      link.ended();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause != Unwanted.INSTANCE) {
      link.lost(cause);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    link.gone();
  }

  // What Netty asks.

  @Override
  public ExtendedHandle newHandle() {
    return this;
  }

  @Override
  public void reset(ChannelConfig config) {
    reads = 0;
    attempted = 0;
    last = 0;
  }

  @Override
  public ByteBuf allocate(ByteBufAllocator unused) {
    if (!link.wantsRead()) {
      if (isCut()) {
        link.lost(new IOException("Connection reset while nobody read"));
      }
      throw Unwanted.INSTANCE;
    }
    return loop.readBuffer();
  }

  private boolean isCut() {
    return link.channel() instanceof EpollSocketChannel channel
        && channel.isOpen()
        && channel.tcpInfo().state() == TCP_CLOSE;
  }

  @Override
  public boolean continueReading(UncheckedBooleanSupplier mayBeMore) {
    return continueReading() && last == attempted;
  }

  @Override
  public boolean continueReading() {
    return reads < TURN && link.wantsRead();
  }

  @Override
  public void incMessagesRead(int count) {
    reads += count;
  }

  @Override
  public void lastBytesRead(int bytes) {
    last = bytes;
  }

  @Override
  public int lastBytesRead() {
    return last;
  }

  @Override
  public void attemptedBytesRead(int bytes) {
    attempted = bytes;
  }

  @Override
  public int attemptedBytesRead() {
    return attempted;
  }

  @Override
  public int guess() {
    return loop.readSize();
  }

  @Override
  public void readComplete() {
    // Nothing is adapted: the buffer has one size.
  }

  /** Stops a read that nobody wants. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Unwanted INSTANCE = new Unwanted();

    private Unwanted() {
      super("nobody wants to read", null, false, false);
    }
  }
}
