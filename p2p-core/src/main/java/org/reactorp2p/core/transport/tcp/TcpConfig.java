/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import java.time.Duration;

/**
 * How TCP is used. How long a dial may take is the caller's business, who puts one timeout on the
 * whole of what it does.
 *
 * @param engine which of the machine's ways to wait for sockets is used
 * @param loops event loop threads, 1 to 1,024
 * @param backlog connections the machine completes before we accept them, 1 to 65,535; it may allow
 *     fewer
 * @param readSize most bytes one read takes, and so the longest chunk a link yields, 1 KiB to 1
 *     MiB; one buffer and one array of this size per event loop, none per link unless it waits
 * @param buffers the machine's own buffers per link
 * @param unacknowledgedTimeout how long sent bytes may stay unacknowledged before the link counts
 *     as lost ({@code TCP_USER_TIMEOUT}, with epoll only)
 * @param keepAliveIdle silence after which the other side is probed, three times in a third of this
 *     time each, before the link counts as lost; at least 3 seconds
 * @param closeTimeout how long a closed link flushes and waits for the other side before it is
 *     aborted
 */
public record TcpConfig(
    Engine engine,
    int loops,
    int backlog,
    int readSize,
    SocketBuffers buffers,
    Duration unacknowledgedTimeout,
    Duration keepAliveIdle,
    Duration closeTimeout) {

  /** Ways to wait for sockets. io_uring is not among them: measured, it wins nothing here. */
  public enum Engine {
    /** Epoll where the machine has it, else NIO. */
    NATIVE_IF_AVAILABLE,
    /** Linux epoll; a transport cannot be made where it is missing. */
    EPOLL,
    /** The JDK's own selector, on every machine. */
    NIO
  }

  /**
   * The machine's buffers of one socket.
   *
   * @param sendBytes for what was sent and not acknowledged yet; 0 lets the machine tune it
   * @param receiveBytes for what arrived and was not read yet; 0 lets the machine tune it
   */
  public record SocketBuffers(int sendBytes, int receiveBytes) {

    /** The machine grows them with the distance and the rate of a link. */
    public static final SocketBuffers TUNED_BY_MACHINE = new SocketBuffers(0, 0);

    public SocketBuffers {
      if (sendBytes < 0 || receiveBytes < 0) {
        throw new IllegalArgumentException(
            "a buffer has 0 bytes (the machine decides) or more, got "
                + sendBytes
                + " and "
                + receiveBytes);
      }
    }
  }

  private static final int KIB = 1024;
  private static final Duration LONGEST = Duration.ofDays(1);

  public TcpConfig {
    requireWithin("loops", loops, 1, 1024);
    requireWithin("backlog", backlog, 1, 65_535);
    requireWithin("readSize", readSize, KIB, KIB * KIB);
    requireWithin("unacknowledgedTimeout", unacknowledgedTimeout, Duration.ofMillis(1));
    requireWithin("keepAliveIdle", keepAliveIdle, Duration.ofSeconds(3));
    requireWithin("closeTimeout", closeTimeout, Duration.ofMillis(1));
  }

  /**
   * An event loop per processor, 64 KiB a read, the machine's own buffers, 45 s without
   * acknowledgement (Octez's {@code TCP_USER_TIMEOUT}), probes after 30 s of silence, 3 s to close.
   */
  public static TcpConfig defaults() {
    return new TcpConfig(
        Engine.NATIVE_IF_AVAILABLE,
        Runtime.getRuntime().availableProcessors(),
        1024,
        64 * KIB,
        SocketBuffers.TUNED_BY_MACHINE,
        Duration.ofSeconds(45),
        Duration.ofSeconds(30),
        Duration.ofSeconds(3));
  }

  private static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be within " + least + " to " + most + ", got " + value);
    }
  }

  private static void requireWithin(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be within " + least + " to " + LONGEST + ", got " + value);
    }
  }

  /** The same with another engine. */
  public TcpConfig withEngine(Engine other) {
    return new TcpConfig(
        other,
        loops,
        backlog,
        readSize,
        buffers,
        unacknowledgedTimeout,
        keepAliveIdle,
        closeTimeout);
  }

  /** The same with another number of event loops. */
  public TcpConfig withLoops(int count) {
    return new TcpConfig(
        engine,
        count,
        backlog,
        readSize,
        buffers,
        unacknowledgedTimeout,
        keepAliveIdle,
        closeTimeout);
  }

  /** The same with another longest read, in bytes. */
  public TcpConfig withReadSize(int bytes) {
    return new TcpConfig(
        engine, loops, backlog, bytes, buffers, unacknowledgedTimeout, keepAliveIdle, closeTimeout);
  }

  /** The same with other buffers of the machine. */
  public TcpConfig withBuffers(SocketBuffers other) {
    return new TcpConfig(
        engine,
        loops,
        backlog,
        readSize,
        other,
        unacknowledgedTimeout,
        keepAliveIdle,
        closeTimeout);
  }

  /** The same with another patience at closing. */
  public TcpConfig withCloseTimeout(Duration timeout) {
    return new TcpConfig(
        engine, loops, backlog, readSize, buffers, unacknowledgedTimeout, keepAliveIdle, timeout);
  }
}
