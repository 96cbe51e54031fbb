/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.wire.RawMessage;
import reactor.core.publisher.Flux;

/**
 * What a small message costs in heap on its way in, on a real socket. Bytes are counted and not
 * time, so the figure means the same on every machine once the code is compiled; the best window
 * counts, because it is not known when that is.
 */
@Timeout(120)
class AllocationIT {

  private static final int BODY = 32;
  private static final int WINDOW = 100_000;
  private static final int MOST_WINDOWS = 100;
  private static final double MOST_BYTES = 64;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void a_received_message_of_32_bytes_costs_at_most_64_bytes_beside_itself() throws Exception {
    double itself = bytesOfTheMessageItself();
    try (TcpPeers peers = new TcpPeers()) {
      TcpPeers.Two two = peers.meet();
      Meter meter = new Meter(itself + MOST_BYTES);
      peers.open(two.far()).receive().subscribe(meter);
      RawMessage message = new RawMessage(0x10, new byte[BODY]);
      peers
          .open(two.near())
          .send(Flux.<RawMessage>generate(sink -> sink.next(message)))
          .subscribe(nothing -> {}, ended -> {});

      double best = meter.best.get(TcpPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      System.out.printf(
          "heap per received message of 32 bytes: %.1f for itself, %.1f beside%n",
          itself, best - itself);
      assertThat(best - itself).isLessThanOrEqualTo(MOST_BYTES);
    }
  }

  private static double bytesOfTheMessageItself() {
    List<RawMessage> kept = new ArrayList<>(WINDOW);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < WINDOW; i++) {
      kept.add(new RawMessage(0x10, new byte[BODY]));
    }
    return Math.floor((double) (THREADS.getCurrentThreadAllocatedBytes() - before) / kept.size());
  }

  /** Reads, on the event loop, what it has allocated so far, once per window. */
  private static final class Meter implements Consumer<RawMessage> {

    private final double enough;
    private final CompletableFuture<Double> best = new CompletableFuture<>();
    private double least = Double.MAX_VALUE;
    private long messages;
    private long allocatedBefore;

    Meter(double enough) {
      this.enough = enough;
    }

    @Override
    public void accept(RawMessage message) {
      if (messages++ % WINDOW == 0) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        if (messages > 1) {
          least = Math.min(least, (double) (allocated - allocatedBefore) / WINDOW);
        }
        allocatedBefore = allocated;
        if (least <= enough || messages > (long) WINDOW * MOST_WINDOWS) {
          best.complete(least);
        }
      }
    }
  }
}
