/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.transport.Loop;
import org.reactorp2p.core.transport.SharedScheduler;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * An event loop and what all its links share: the scheduler they show, and the one buffer they read
 * into. What is read is copied out before the next read begins, so a thousand idle links cost no
 * buffer at all, and a busy one always reads as much as there is.
 */
final class TcpLoop implements Loop {

  private final EventLoop eventLoop;
  private final Scheduler scheduler;

  /** Wrapped, not allocated: no pool counts it, and it goes when the loop does. */
  private final ByteBuf readBuffer;

  TcpLoop(EventLoop eventLoop, int readSize) {
    this.eventLoop = eventLoop;
    this.scheduler = new SharedScheduler(Schedulers.fromExecutorService(eventLoop));
    this.readBuffer = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(readSize));
  }

  EventLoop eventLoop() {
    return eventLoop;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  /** Bytes the buffer holds. */
  int readSize() {
    return readBuffer.capacity();
  }

  /** The buffer, empty, for one read; whoever takes it releases it before the read is over. */
  ByteBuf readBuffer() {
    return readBuffer.clear().retain();
  }

  /** Whether the event loop is about to end and closes what is left. */
  boolean isEnding() {
    return eventLoop.isShuttingDown();
  }

  @Override
  public boolean isCurrent() {
    return eventLoop.inEventLoop();
  }

  /**
   * Runs the task on the event loop. Once that has ended, its links are all closed and what is left
   * are farewells: they run in the caller, one at a time.
   */
  @Override
  public void execute(Runnable task) {
    try {
      eventLoop.execute(task);
    } catch (RejectedExecutionException ended) {
      synchronized (this) {
        task.run();
      }
    }
  }

  /** Runs the task on the event loop after a while, unless disposed of or ended before. */
  Disposable after(Duration delay, Runnable task) {
    var timer = eventLoop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }
}
