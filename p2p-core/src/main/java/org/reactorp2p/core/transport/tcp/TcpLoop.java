/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.transport.Loop;
import org.reactorp2p.core.transport.SharedScheduler;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * An event loop and what all its links share: the scheduler they show, the one buffer they read
 * into, and the one array in which they lend what was read. That array comes back before the next
 * read, unless its link is one that waits; so a thousand idle links cost no buffer at all, and a
 * busy one always reads as much as there is, into memory that is still warm.
 */
final class TcpLoop implements Loop {

  /** Less than this part of a read is little. */
  private static final int SMALL = 8;

  private final EventLoop eventLoop;
  private final Scheduler scheduler;

  /** Wrapped, not allocated: no pool counts it, and it goes when the loop does. */
  private final ByteBuf readBuffer;

  /** The array that is lent next, unless it is away. */
  private byte @Nullable [] spare;

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

  /**
   * An array for so many bytes, perhaps longer. A few bytes get one of their own, so that a link
   * that keeps them waiting does not keep much more.
   */
  byte[] take(int length) {
    if (length < readSize() / SMALL) {
      return new byte[length];
    }
    byte[] array = spare == null ? new byte[readSize()] : spare;
    spare = null;
    return array;
  }

  /** Nobody reads any more in an array that was {@linkplain #take taken}. */
  void giveBack(byte[] array) {
    if (array.length == readSize()) {
      spare = array;
    }
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
