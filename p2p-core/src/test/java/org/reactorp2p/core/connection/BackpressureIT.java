/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.transport.Settled;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpConfig.SocketBuffers;
import org.reactorp2p.core.wire.RawMessage;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * Back-pressure from the subscriber of one end to the publisher of the other, over real sockets.
 * The bound is a formula of configured numbers:
 *
 * <pre>
 *   taken from the sender  ≤  memoryPerConnection(largest message), at each end
 *                           + twice the send buffer and twice the receive buffer of the socket,
 *                             because Linux allots twice what one asks for
 * </pre>
 */
@Timeout(120)
class BackpressureIT {

  private static final int BODY = 65_511;
  private static final long GIBIBYTE = 1L << 30;
  private static final long MESSAGES = GIBIBYTE / BODY + 1;
  private static final int KERNEL = 256 << 10;

  private final TcpPeers peers =
      new TcpPeers(
          TcpConfig.defaults().withBuffers(new SocketBuffers(KERNEL, KERNEL)),
          HandshakeConfig.DEFAULT_INBOUND_TIMEOUT);

  @Test
  void Q_01_a_subscriber_that_requests_nothing_stops_a_sender_of_a_gibibyte_until_it_does()
      throws Exception {
    try (peers) {
      TcpPeers.Two two = peers.meet();
      PeerConnection<RawMessage> sender = peers.open(two.near());
      PeerConnection<RawMessage> receiver = peers.open(two.far());
      Source source = new Source(MESSAGES);
      Sink sink = new Sink();
      receiver.receive().subscribe(sink);
      CompletableFuture<Void> sent = sender.send(source.messages()).toFuture();

      long bound = bound();
      long taken = Settled.value(source.taken::get) * BODY;
      System.out.printf(
          "taken from the sender: %,d of %,d bytes; bound: 2 x %,d + 2 x %,d + 2 x %,d = %,d%n",
          taken, MESSAGES * BODY, memory(), KERNEL, KERNEL, bound);
      assertThat(taken).isLessThanOrEqualTo(bound);
      assertThat(sent).isNotDone();
      assertThat(sink.messages.get()).isZero();

      for (int demand = 1; demand <= 40; demand++) {
        sink.request(1);
        sink.await(demand);
        assertThat(source.taken.get() * BODY - demand * (long) BODY).isLessThanOrEqualTo(bound);
      }
      sink.request(Long.MAX_VALUE);
      sink.await(MESSAGES);
      sent.get(10, TimeUnit.SECONDS);
      assertThat(sink.checksum.getValue()).isEqualTo(source.checksum.getValue());
      assertThat(sender.stat().dropped() + receiver.stat().dropped()).isZero();
    }
  }

  @Test
  void Q_01_while_nothing_is_requested_the_window_of_the_receiver_is_closed() throws Exception {
    try (peers) {
      TcpPeers.Two two = peers.meet();
      PeerConnection<RawMessage> sender = peers.open(two.near());
      PeerConnection<RawMessage> receiver = peers.open(two.far());
      Source source = new Source(MESSAGES);
      receiver.receive().subscribe(new Sink());
      sender.send(source.messages()).subscribe(nothing -> {}, ended -> {});
      Settled.value(source.taken::get);

      long sentBytes = sender.stat().bytesSent();
      long readBytes = receiver.stat().bytesReceived();
      assertThat(sentBytes - readBytes)
          .as("bytes that the two kernels hold, with one batch of the sender's")
          .isBetween((long) KERNEL / 2, 4L * KERNEL + BODY);
      assertThat(receiver.stat().inboxQueued()).isPositive();
      assertThat(sender.stat().outboxQueued()).isPositive();
    }
  }

  private long memory() {
    return ConnectionConfig.DEFAULT.memoryPerConnection(BODY);
  }

  private long bound() {
    return 2 * memory() + 2L * KERNEL + 2L * KERNEL;
  }

  /** Random messages from a seed, counted and summed as they are taken, and kept nowhere. */
  private static final class Source {

    private final SplittableRandom random = new SplittableRandom(3);
    private final AtomicLong taken = new AtomicLong();
    private final CRC32C checksum = new CRC32C();
    private final long messages;

    Source(long messages) {
      this.messages = messages;
    }

    Flux<RawMessage> messages() {
      return Flux.generate(
          sink -> {
            byte[] body = new byte[BODY];
            random.nextBytes(body);
            checksum.update(body);
            sink.next(new RawMessage(0x10, body));
            if (taken.incrementAndGet() == messages) {
              sink.complete();
            }
          });
    }
  }

  /** Sums what comes, keeps nothing, and requests what it is told to. */
  private static final class Sink extends BaseSubscriber<RawMessage> {

    private final AtomicLong messages = new AtomicLong();
    private final CRC32C checksum = new CRC32C();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // Nothing is requested until the test says so.
    }

    @Override
    protected void hookOnNext(RawMessage message) {
      synchronized (messages) {
        checksum.update(message.body());
        messages.incrementAndGet();
        messages.notifyAll();
      }
    }

    void await(long count) throws InterruptedException {
      long deadline = System.nanoTime() + TcpPeers.PATIENCE.toNanos();
      synchronized (messages) {
        while (messages.get() < count) {
          long left = deadline - System.nanoTime();
          assertThat(left).as("%d of %d messages came", messages.get(), count).isPositive();
          TimeUnit.NANOSECONDS.timedWait(messages, left);
        }
      }
    }
  }
}
