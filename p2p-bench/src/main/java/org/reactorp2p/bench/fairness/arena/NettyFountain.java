/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Writes items for as long as the channel is writable, and again when it is. */
final class NettyFountain extends ChannelInboundHandlerAdapter {
  private final byte[] zeros = new byte[Arena.LARGEST];
  private final Sizes sizes;
  private boolean writing;

  NettyFountain(Sizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    write(context);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    write(context);
  }

  /** The receiver has left. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }

  private void write(ChannelHandlerContext context) {
    if (writing) {
      return; // a flush below has made it writable, and the loop goes on by itself
    }
    writing = true;
    while (context.channel().isWritable()) {
      context.writeAndFlush(Unpooled.wrappedBuffer(zeros, 0, sizes.next()));
    }
    writing = false;
  }
}
