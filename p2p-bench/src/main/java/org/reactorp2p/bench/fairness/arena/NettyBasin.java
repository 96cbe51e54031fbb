/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/** Counts what comes, and throws it away. */
final class NettyBasin extends SimpleChannelInboundHandler<ByteBuf> {
  private volatile long bytes;

  long bytes() {
    return bytes;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf received) {
    bytes = bytes + received.readableBytes(); // one thread writes
  }
}
