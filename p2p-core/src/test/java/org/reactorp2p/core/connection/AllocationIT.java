/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import reactor.core.publisher.Flux;

/**
 * What a message costs in heap, on a real socket. Bytes are counted and not time, so the figure
 * means the same on every machine once the code is compiled; the best window counts, because it is
 * not known when that is.
 */
@Timeout(120)
class AllocationIT {

  private static final int SMALL = 32;

  /** Fills a frame to the byte. */
  private static final int LARGE = WireLimits.MAX_FRAME_PLAINTEXT - 6;

  /** Beside an array that fills a frame; the tests let Netty keep notes about its buffers. */
  private static final int LITTLE = 16 << 10;

  private static final int MOST_WINDOWS = 100;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void a_received_message_of_32_bytes_costs_at_most_64_bytes_beside_itself() throws Exception {
    double itself = bytesOfTheMessageItself(SMALL);
    Meter received = new Meter(100_000, itself + 64);
    double best = flow(SMALL, new Meter(100_000, Double.MAX_VALUE), received)[1];
    System.out.printf(
        "heap per received message of 32 bytes: %.1f for itself, %.1f beside%n",
        itself, best - itself);
    assertThat(best - itself).isLessThanOrEqualTo(64);
  }

  @Test
  void a_message_that_fills_a_frame_needs_no_other_large_array_at_either_end() throws Exception {
    double itself = bytesOfTheMessageItself(LARGE);
    double[] best = flow(LARGE, new Meter(200, LITTLE), new Meter(200, itself + LITTLE));
    System.out.printf(
        "heap per message of %d bytes: %.0f at the sender, %.0f beside itself at the receiver%n",
        LARGE, best[0], best[1] - itself);
    assertThat(best[0]).isLessThanOrEqualTo(LITTLE);
    assertThat(best[1] - itself).isLessThanOrEqualTo(LITTLE);
  }

  /** Lets messages flow until both meters have seen enough. */
  private static double[] flow(int body, Meter sent, Meter received) throws Exception {
    try (TcpPeers peers = new TcpPeers()) {
      TcpPeers.Two two = peers.meet();
      peers.open(two.far()).receive().subscribe(message -> received.count());
      RawMessage message = new RawMessage(0x10, new byte[body]);
      peers
          .open(two.near())
          .send(Flux.<RawMessage>generate(sink -> sink.next(message)).doOnNext(m -> sent.count()))
          .subscribe(nothing -> {}, ended -> {});
      return new double[] {sent.best(), received.best()};
    }
  }

  private static double bytesOfTheMessageItself(int body) {
    int count = body == SMALL ? 100_000 : 1_000;
    List<RawMessage> kept = new ArrayList<>(count);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < count; i++) {
      kept.add(new RawMessage(0x10, new byte[body]));
    }
    return Math.floor((double) (THREADS.getCurrentThreadAllocatedBytes() - before) / kept.size());
  }

  /** Counts, on the event loop, what was allocated there since the last window. */
  private static final class Meter {

    private final int window;
    private final double enough;
    private final CompletableFuture<Double> best = new CompletableFuture<>();
    private double least = Double.MAX_VALUE;
    private int windows;
    private int messages;
    private long allocatedBefore;
    private Thread thread = Thread.currentThread();

    /**
     * @param window how many messages are looked at together
     * @param enough the bytes of a message that are few enough to stop
     */
    Meter(int window, double enough) {
      this.window = window;
      this.enough = enough;
    }

    void count() {
      if (thread != Thread.currentThread()) {
        thread = Thread.currentThread(); // a stream begins on the thread of its subscriber
        messages = 0;
      }
      if (messages++ % window == 0) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        if (messages > 1) {
          least = Math.min(least, (double) (allocated - allocatedBefore) / window);
          windows++;
        }
        allocatedBefore = allocated;
        if (windows > 0 && (least <= enough || windows > MOST_WINDOWS)) {
          best.complete(least);
        }
      }
    }

    double best() throws Exception {
      return best.get(TcpPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
