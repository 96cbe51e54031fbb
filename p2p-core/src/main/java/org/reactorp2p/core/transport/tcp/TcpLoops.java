/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactorp2p.core.transport.tcp.TcpConfig.Engine;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.netty.FutureMono;
import reactor.netty.resources.LoopResources;

/** The event loops of one transport. */
final class TcpLoops {

  /**
   * How long the loops must have been idle before they end. Not zero: then Netty's loop may end
   * between two looks at its own state, without closing its sockets.
   */
  private static final Duration QUIET_PERIOD = Duration.ofMillis(20);

  private static final Duration END_TIMEOUT = Duration.ofSeconds(5);

  private final Engine engine;
  private final EventLoopGroup group;
  private final Map<EventExecutor, TcpLoop> loops = new IdentityHashMap<>();

  private TcpLoops(Engine engine, EventLoopGroup group, int readSize) {
    this.engine = engine;
    this.group = group;
    for (EventExecutor executor : group) {
      loops.put(executor, new TcpLoop((EventLoop) executor, readSize));
    }
  }

  static TcpLoops start(TcpConfig config) {
    Engine engine = choose(config.engine());
    IoHandlerFactory factory =
        engine == Engine.EPOLL ? new WakefulEpoll() : NioIoHandler.newFactory();
    var group = new MultiThreadIoEventLoopGroup(config.loops(), threads(), factory);
    return new TcpLoops(engine, group, config.readSize());
  }

  private static Engine choose(Engine wanted) {
    if (wanted == Engine.EPOLL && !Epoll.isAvailable()) {
      throw new IllegalArgumentException(
          "epoll is not available here; choose NATIVE_IF_AVAILABLE or NIO",
          Epoll.unavailabilityCause());
    }
    return wanted != Engine.NIO && Epoll.isAvailable() ? Engine.EPOLL : Engine.NIO;
  }

  /** Daemons: a node that is done must not be kept alive by its sockets. */
  private static ThreadFactory threads() {
    var count = new AtomicInteger();
    return task -> {
      var thread = new LoopThread(task, "p2p-tcp-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** What was chosen: {@code EPOLL} or {@code NIO}. */
  Engine engine() {
    return engine;
  }

  /** The loop whose turn it is to get a link. */
  TcpLoop next() {
    return of(group.next());
  }

  TcpLoop of(EventExecutor eventLoop) {
    TcpLoop loop = loops.get(eventLoop);
    if (loop == null) {
      throw new IllegalArgumentException("not one of our loops: " + eventLoop);
    }
    return loop;
  }

  /** For a dial: everything on this loop. */
  static LoopResources only(TcpLoop loop) {
    return useNative -> loop.eventLoop();
  }

  /** For a listener: accepts on one loop, spreads the links over all. */
  LoopResources acceptingOn(TcpLoop loop) {
    return new LoopResources() {
      @Override
      public EventLoopGroup onServer(boolean useNative) {
        return group;
      }

      @Override
      public EventLoopGroup onServerSelect(boolean useNative) {
        return loop.eventLoop();
      }
    };
  }

  /** Ends all loops and closes what is still open; completes when the threads are gone. */
  Mono<Void> end() {
    return FutureMono.deferFuture(
        () -> {
          group.shutdownGracefully(
              QUIET_PERIOD.toMillis(), END_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
          return voided(group);
        });
  }

  @SuppressWarnings("unchecked") // The future of an end has no value.
  private static io.netty.util.concurrent.Future<Void> voided(EventLoopGroup group) {
    return (io.netty.util.concurrent.Future<Void>) group.terminationFuture();
  }

  boolean isEnding() {
    return group.isShuttingDown();
  }

  /** Known to Netty as its own, and to Reactor as one that must not block. */
  private static final class LoopThread extends FastThreadLocalThread implements NonBlocking {
    LoopThread(Runnable task, String name) {
      super(task, name);
    }
  }
}
