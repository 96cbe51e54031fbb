/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.core.connection.TwoPeers.message;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.connection.DisconnectReason.Consequence;
import org.reactorp2p.core.connection.DisconnectReason.FrameTooShort;
import org.reactorp2p.core.connection.DisconnectReason.Undecipherable;
import org.reactorp2p.core.connection.DisconnectReason.WriteStalled;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpConfig.SocketBuffers;
import org.reactorp2p.core.wire.RawMessage;
import reactor.core.publisher.Flux;

/** Authenticated peers that misuse their socket. */
@Timeout(120)
class HostileSocketIT {

  private static final int READ = 64 << 10;
  private static final int BODY = 65_511;

  @Test
  void F_01_zeros_after_the_handshake_end_the_connection_at_the_first_unit() throws Exception {
    try (TcpPeers peers = new TcpPeers()) {
      TcpPeers.Two two = peers.meet();
      PeerConnection<RawMessage> victim = peers.open(two.far());
      TcpPeers.say(two.near(), Flux.<byte[]>generate(sink -> sink.next(new byte[READ])));

      assertThat(TcpPeers.reason(victim)).isEqualTo(new FrameTooShort());
      assertThat(victim.stat().bytesReceived()).isLessThanOrEqualTo(READ);
      assertThat(victim.stat().bytesSent()).isZero();
    }
  }

  @Test
  void F_01_noise_after_the_handshake_ends_the_connection_at_the_first_frame() throws Exception {
    long seed = Long.getLong("p2p.seed", System.nanoTime());
    System.out.println("seed of the noise: -Dp2p.seed=" + seed);
    Random random = new Random(seed);
    try (TcpPeers peers = new TcpPeers()) {
      TcpPeers.Two two = peers.meet();
      PeerConnection<RawMessage> victim = peers.open(two.far());
      TcpPeers.say(two.near(), Flux.generate(sink -> sink.next(noise(random))));

      DisconnectReason reason = TcpPeers.reason(victim);
      assertThat(reason).isIn(new Undecipherable(), new FrameTooShort());
      assertThat(reason.consequence()).isEqualTo(Consequence.NONE);
      // A frame may be as long as a read, and need not start where a read does.
      assertThat(victim.stat().bytesReceived()).isLessThanOrEqualTo(2 * READ);
      assertThat(victim.stat().bytesSent()).isZero();
    }
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[READ];
    random.nextBytes(noise);
    return noise;
  }

  @Test
  void F_10_urgent_data_has_no_effect() throws Exception {
    try (TcpPeers peers = new TcpPeers()) {
      Listener door = peers.listen();
      Relay.Manner withUrgentData =
          (index, value, target) -> {
            if (index == 200) {
              target.sendUrgentData('!');
            }
            target.getOutputStream().write(value);
            return true;
          };
      try (Relay relay = Relay.to(door.local(), withUrgentData)) {
        assertArrives(peers, peers.meet(door, relay.local()), message(0x10, 5_000));
        assertThat(relay.passed()).isGreaterThan(5_000);
      }
    }
  }

  @Test
  void F_10_the_smallest_windows_have_no_effect() throws Exception {
    TcpConfig smallest = TcpConfig.defaults().withBuffers(new SocketBuffers(1, 1));
    try (TcpPeers peers = new TcpPeers(smallest, HandshakeConfig.DEFAULT_INBOUND_TIMEOUT)) {
      assertArrives(peers, peers.meet(), message(0x10, 100_000));
    }
  }

  private static void assertArrives(TcpPeers peers, TcpPeers.Two two, RawMessage message)
      throws Exception {
    PeerConnection<RawMessage> near = peers.open(two.near());
    CompletableFuture<RawMessage> arrived = peers.open(two.far()).receive().next().toFuture();
    near.send(message).block(TcpPeers.PATIENCE);
    assertThat(arrived.get(TcpPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(message);
  }

  @Test
  void F_10_Q_05_a_peer_that_never_reads_holds_the_sender_up_and_is_closed_when_nothing_moves()
      throws Exception {
    try (TcpPeers peers = new TcpPeers()) {
      TcpPeers.Two two = peers.meet();
      ConnectionConfig config = ConnectionConfig.DEFAULT.withStallWindow(Duration.ofMillis(400));
      PeerConnection<RawMessage> victim = peers.open(two.far(), config);
      CompletableFuture<Void> sent =
          victim.send(Flux.generate(sink -> sink.next(message(0x10, BODY)))).toFuture();

      assertThat(TcpPeers.reason(victim)).isEqualTo(new WriteStalled());
      assertThat(victim.stat().dropped()).as("queued messages are counted").isPositive();
      assertThat(victim.stat().outboxQueued()).isZero();
      assertThat(sent)
          .failsWithin(TcpPeers.PATIENCE)
          .withThrowableThat()
          .withCauseInstanceOf(DisconnectedException.class);
    }
  }
}
