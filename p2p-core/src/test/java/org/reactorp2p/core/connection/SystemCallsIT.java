/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import reactor.core.publisher.Flux;

/**
 * What a message costs in system calls, on a real socket with both ends in this process. The kernel
 * counts reads and writes, so the figure means the same on every machine, however busy. It does so
 * for NIO only, which reads and writes its sockets as if they were files; when to read and to write
 * is decided in the same place for both engines.
 */
@Timeout(120)
@EnabledOnOs(OS.LINUX) // nobody else counts them
class SystemCallsIT {

  private static final Path COUNTERS = Path.of("/proc/self/io");

  @Test
  void many_messages_of_32_bytes_share_a_read_and_a_write() throws Exception {
    double calls = callsPerMessage(32, 100_000);
    assertThat(calls).isPositive().isLessThanOrEqualTo(0.1);
  }

  @Test
  void a_message_that_fills_a_frame_takes_few_reads_and_writes() throws Exception {
    int body = WireLimits.MAX_FRAME_PLAINTEXT - 6;
    assertThat(callsPerMessage(body, 2_000)).isBetween(1.0, 8.0);
  }

  private static double callsPerMessage(int body, int messages) throws Exception {
    TcpConfig nio = TcpConfig.defaults().withEngine(TcpConfig.Engine.NIO);
    try (TcpPeers peers = new TcpPeers(nio, HandshakeConfig.DEFAULT_INBOUND_TIMEOUT)) {
      TcpPeers.Two two = peers.meet();
      CompletableFuture<Void> all = new CompletableFuture<>();
      AtomicInteger received = new AtomicInteger();
      peers
          .open(two.far())
          .receive()
          .subscribe(
              message -> {
                if (received.incrementAndGet() == messages) {
                  all.complete(null);
                }
              });
      PeerConnection<RawMessage> near = peers.open(two.near());
      RawMessage message = new RawMessage(0x10, new byte[body]);
      long before = calls();
      near.send(Flux.range(0, messages).map(i -> message)).subscribe();
      all.get(TcpPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      double each = (double) (calls() - before) / messages;
      System.out.printf("reads and writes per message of %d bytes, both ends: %.3f%n", body, each);
      return each;
    }
  }

  /** Reads and writes of this process so far. */
  private static long calls() throws IOException {
    return Files.readAllLines(COUNTERS).stream()
        .filter(line -> line.startsWith("syscr:") || line.startsWith("syscw:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }
}
