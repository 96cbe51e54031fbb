/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.core.connection.TwoPeers.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactorp2p.core.connection.DisconnectReason.PeerClosed;
import org.reactorp2p.core.connection.DisconnectReason.Requested;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpConfig.Engine;
import org.reactorp2p.core.wire.EncodedMessage;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks.EmitResult;

/** Connections over real sockets: whatever goes in comes out at the other end. */
@Timeout(120)
class PeerConnectionIT {

  private static TcpPeers peersOn(Engine engine) {
    TcpConfig config = TcpConfig.defaults().withEngine(engine);
    return new TcpPeers(config, HandshakeConfig.DEFAULT_INBOUND_TIMEOUT);
  }

  private static <T> T now(CompletableFuture<T> future) throws Exception {
    return future.get(TcpPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void messages_of_all_lengths_arrive_both_ways_in_order_and_to_the_byte(Engine engine)
      throws Exception {
    long seed = Long.getLong("p2p.seed", System.nanoTime());
    System.out.println("seed of the messages: -Dp2p.seed=" + seed);
    List<RawMessage> there = random(new SplittableRandom(seed));
    List<RawMessage> back = random(new SplittableRandom(seed + 1));
    try (TcpPeers peers = peersOn(engine)) {
      TcpPeers.Two two = peers.meet();
      PeerConnection<RawMessage> near = peers.open(two.near());
      PeerConnection<RawMessage> far = peers.open(two.far());
      var atFar = far.receive().take(there.size()).collectList().toFuture();
      var atNear = near.receive().take(back.size()).collectList().toFuture();

      Mono.when(near.send(Flux.fromIterable(there)), far.send(Flux.fromIterable(back)))
          .block(TcpPeers.PATIENCE);

      assertThat(now(atFar)).as("seed %d", seed).isEqualTo(there);
      assertThat(now(atNear)).as("seed %d", seed).isEqualTo(back);
      assertThat(near.info().peerId()).isEqualTo(two.near().info().peerId());
    }
  }

  private static List<RawMessage> random(SplittableRandom random) {
    List<RawMessage> messages = new ArrayList<>();
    for (int length : new int[] {0, 1, 65_510, 65_511, 65_512, TcpPeers.LARGEST_BODY}) {
      messages.add(message(0x10, length));
    }
    for (int i = 0; i < 300; i++) {
      byte[] body = new byte[random.nextInt(1 << random.nextInt(1, 18))];
      random.nextBytes(body);
      messages.add(new RawMessage(random.nextInt(0x10, 0x10000), body));
    }
    return messages;
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatever_was_queued_arrives_before_a_close_that_drains(Engine engine) throws Exception {
    try (TcpPeers peers = peersOn(engine)) {
      TcpPeers.Two two = peers.meet();
      PeerConnection<RawMessage> near = peers.open(two.near());
      PeerConnection<RawMessage> far = peers.open(two.far());
      var atFar = far.receive().count().toFuture();

      int accepted = 0;
      while (accepted < 10_000 && near.tryEmitNext(message(0x10, 1_000)) == EmitResult.OK) {
        accepted++;
      }
      near.drainAndDisconnect(new Requested("enough"), Duration.ofSeconds(10))
          .block(TcpPeers.PATIENCE);

      assertThat(now(atFar)).isEqualTo(accepted);
      assertThat(TcpPeers.reason(near)).isEqualTo(new Requested("enough"));
      assertThat(TcpPeers.reason(far)).isEqualTo(new PeerClosed());
      assertThat(near.stat().dropped()).as("the one that was refused").isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void a_message_encoded_once_arrives_at_many(Engine engine) throws Exception {
    EncodedMessage once =
        TcpPeers.codec().encode(new PeerMessage.Application<>(message(0x20, 100_000)));
    try (TcpPeers peers = peersOn(engine)) {
      List<CompletableFuture<RawMessage>> arrived = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        TcpPeers.Two two = peers.meet();
        arrived.add(peers.open(two.far()).receive().next().toFuture());
        assertThat(peers.open(two.near()).tryEmitEncoded(once)).isEqualTo(EmitResult.OK);
      }
      for (CompletableFuture<RawMessage> message : arrived) {
        assertThat(now(message)).isEqualTo(message(0x20, 100_000));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void messages_that_came_before_the_connection_was_opened_are_not_lost(Engine engine)
      throws Exception {
    try (TcpPeers peers = peersOn(engine)) {
      TcpPeers.Two two = peers.meet();
      Authenticated early = two.near();
      byte[] one = TcpPeers.sealed(early, message(0x10, 10));
      byte[] both = Arrays.copyOf(one, 2 * one.length);
      System.arraycopy(TcpPeers.sealed(early, message(0x10, 10)), 0, both, one.length, one.length);
      early.link().send(Mono.just(both)).block(TcpPeers.PATIENCE);

      var arrived = peers.open(two.far()).receive().take(2).collectList().toFuture();
      assertThat(now(arrived)).containsExactly(message(0x10, 10), message(0x10, 10));
    }
  }
}
