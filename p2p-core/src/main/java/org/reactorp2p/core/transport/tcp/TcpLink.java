/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Inlet;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;
import org.reactorp2p.core.transport.Outlet;
import org.reactorp2p.core.transport.Outlet.Handover;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.netty.NettyPipeline;

/**
 * A link over one socket, confined to that socket's event loop.
 *
 * <pre>
 *   OPEN ──close──▶ CLOSING (flush, FIN, discard) ──their FIN, or timeout──▶ CLOSED
 *     └──────────────────────abort, reset, loops ended───────────────────────▲
 * </pre>
 */
final class TcpLink implements Link, Inlet.Source, Outlet.Drain {

  private enum State {
    OPEN,
    CLOSING,
    CLOSED
  }

  private final Channel channel;
  private final TcpLoop loop;
  private final Point local;
  private final Point remote;
  private final Duration closeTimeout;
  private final Inlet inlet;
  private final Outlet outlet;
  private final Sinks.Empty<Void> closed = Sinks.empty();

  private volatile boolean taken;
  private State state = State.OPEN;
  private boolean endSeen;
  private @Nullable Disposable deadline;

  /** What the subscriber was given last and has until it asks for more. */
  private byte @Nullable [] lent;

  private TcpLink(Channel channel, TcpLoop loop, Ends ends, Duration closeTimeout) {
    this.channel = channel;
    this.loop = loop;
    this.local = ends.local();
    this.remote = ends.remote();
    this.closeTimeout = closeTimeout;
    this.inlet = new Inlet(loop, this);
    this.outlet = new Outlet(loop, this);
  }

  /** Where a link begins and ends. */
  record Ends(Point local, Point remote) {}

  /**
   * Takes a connection over from Reactor Netty: its bridge leaves the pipeline, and the bytes are
   * ours. Called on the channel's event loop, before anything was read.
   */
  static TcpLink over(Channel channel, TcpLoop loop, Ends ends, Duration closeTimeout) {
    var link = new TcpLink(channel, loop, ends, closeTimeout);
    var reader = new TcpReader(link, loop);
    channel.config().setRecvByteBufAllocator(reader);
    channel.pipeline().replace(NettyPipeline.ReactiveBridge, "p2p.link", reader);
    return link;
  }

  Channel channel() {
    return channel;
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
  public Point remote() {
    return remote;
  }

  @Override
  public Flux<Chunk> receive() {
    taken = true;
    return inlet;
  }

  @Override
  public Mono<Void> send(Publisher<byte[]> chunks) {
    taken = true;
    return outlet.send(chunks);
  }

  @Override
  public Scheduler scheduler() {
    return loop.scheduler();
  }

  @Override
  public Mono<Void> close() {
    taken = true;
    return Mono.defer(
        () -> {
          loop.run(this::beginClose);
          return onClose();
        });
  }

  @Override
  public void abort() {
    taken = true;
    loop.run(this::cut);
  }

  @Override
  public Mono<Void> onClose() {
    taken = true;
    return closed.asMono();
  }

  @Override
  public String toString() {
    return "TcpLink(" + local + " to " + remote + ")";
  }

  // The way in.

  @Override
  public void read() {
    takeBack();
    if (state == State.OPEN && !endSeen) {
      channel.read();
    }
  }

  @Override
  public void cancelled() {
    // Nothing is read from now on; the machine's buffer fills and slows the sender.
    lent = null;
  }

  /** Whether bytes read now would be passed on. */
  boolean wantsBytes() {
    return state == State.OPEN;
  }

  /** Whether a read may happen now: for the subscriber, or to get to the end of a closed link. */
  boolean wantsRead() {
    return state == State.CLOSING ? !endSeen : inlet.isHungry();
  }

  /** The loop's buffer holds what was read. */
  void arrived(ByteBuf buffer) {
    int length = buffer.readableBytes();
    byte[] array = loop.take(length);
    buffer.readBytes(array, 0, length);
    lent = array;
    inlet.emit(new Chunk(array, 0, length));
  }

  private void takeBack() {
    if (lent != null) {
      loop.giveBack(lent);
      lent = null;
    }
  }

  /** The reads of this turn are over. */
  void turnOver() {
    if (state == State.CLOSING && !endSeen) {
      channel.read();
    }
  }

  /** The other side has sent its last byte. */
  void ended() {
    endSeen = true;
    inlet.complete();
    if (state == State.CLOSING) {
      finishClose();
    }
  }

  // The way out.

  @Override
  public Handover write(byte[] chunk) {
    ChannelFuture handed = channel.writeAndFlush(Unpooled.wrappedBuffer(chunk));
    if (handed.isSuccess()) {
      return Handover.DONE;
    }
    handed.addListener(this::handedOver);
    return Handover.LATER;
  }

  private void handedOver(Future<? super Void> handed) {
    if (handed.isSuccess()) {
      outlet.written();
    } else {
      lost(handed.cause());
    }
  }

  // The end.

  private void beginClose() {
    if (state != State.OPEN) {
      return;
    }
    state = State.CLOSING;
    deadline = loop.after(closeTimeout, this::cut);
    var cause = new LinkException(Kind.CLOSED, "the link was closed");
    inlet.fail(cause);
    outlet.close(cause, this::sayEnd);
  }

  private void sayEnd() {
    if (state == State.CLOSING) {
      ((DuplexChannel) channel).shutdownOutput().addListener(said -> finishClose());
      turnOver();
    }
  }

  /** Both directions must have ended: ours was said, theirs was seen. */
  private void finishClose() {
    if (state == State.CLOSING && endSeen && ((DuplexChannel) channel).isOutputShutdown()) {
      finish(new LinkException(Kind.CLOSED, "the link was closed"));
    }
  }

  private void cut() {
    if (state != State.CLOSED) {
      reset();
      finish(new LinkException(Kind.CLOSED, "the link was aborted"));
    }
  }

  /** Makes the coming close a reset: nothing unsent stays behind in the machine. */
  private void reset() {
    try {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    } catch (ChannelException alreadyClosed) {
      // There is nothing to drop.
    }
  }

  /** The machine says that the link is no more. */
  void lost(Throwable cause) {
    finish(TcpFailures.losing(remote, cause));
  }

  /** The socket was closed and not by us: the loops end, or there was nothing left to keep. */
  void gone() {
    finish(
        loop.isEnding()
            ? new LinkException(Kind.CLOSED, "the transport was closed")
            : new LinkException(Kind.RESET, "the link to " + remote + " was cut"));
  }

  private void finish(LinkException cause) {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    lent = null;
    if (deadline != null) {
      deadline.dispose();
    }
    channel.close();
    channel.closeFuture().addListener(done -> closed.tryEmitEmpty());
    inlet.fail(cause);
    outlet.fail(cause);
  }
}
