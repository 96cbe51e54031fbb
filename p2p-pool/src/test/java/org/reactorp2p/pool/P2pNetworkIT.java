/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whole networks over loopback TCP, with real threads and real time. */
class P2pNetworkIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Point ANY = Point.parse("127.0.0.1:0");

  private final Random random = new Random(9);

  @Test
  void two_networks_connect_exchange_messages_and_stop() throws Exception {
    P2pNetwork<String, ?, ?> alice = started(node().listen(ANY));
    P2pNetwork<String, ?, ?> bob = started(node().peer(at(alice)));
    Mono<List<String>> heard =
        alice.receiveAny().map(Received::message).take(1000).collectList().cache();
    heard.subscribe();
    PeerConnection<String> there = bob.connected().next().block(PATIENCE);
    assertThat(there.info().peerId()).isEqualTo(alice.peerId());
    there.send(Flux.range(0, 1000).map(i -> "message " + i)).block(PATIENCE);

    assertThat(heard.block(PATIENCE)).hasSize(1000).endsWith("message 999");
    Watch watch = Watch.over(bob);
    bob.stop().block(PATIENCE);
    watch.awaitEnd();
    assertThat(watch.of(P2pEvent.Disconnected.class))
        .extracting(P2pEvent.Disconnected::reason)
        .containsExactly(new DisconnectReason.NetworkStopped());
    alice.stop().block(PATIENCE);
  }

  @Test
  void X_04_a_taken_port_fails_the_start_and_leaves_no_thread_behind() throws InterruptedException {
    P2pNetwork<String, ?, ?> first = started(node().listen(ANY));
    Point taken = first.listening().orElseThrow();
    P2pNetwork<String, ?, ?> second = node().listen(taken).build();
    assertThatThrownBy(() -> second.start().block(PATIENCE))
        .isInstanceOfSatisfying(
            LinkException.class,
            failure -> assertThat(failure.kind()).isEqualTo(LinkException.Kind.PORT_TAKEN))
        .hasMessageContaining(taken.toString());

    first.stop().block(PATIENCE);
    second.start().block(PATIENCE);
    assertThat(second.listening()).contains(taken);
    second.stop().block(PATIENCE);
    assertThat(loops()).isEmpty();
  }

  @Test
  void H_02_silent_sockets_are_bounded_and_a_canary_is_admitted() throws Exception {
    P2pNetwork<String, ?, ?> host = started(node().listen(ANY));
    Watch watch = Watch.over(host);
    List<Socket> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        crowd.add(silent(host.listening().orElseThrow(), "127.0.0.2"));
      }
      P2pNetwork<String, ?, ?> canary = started(node());
      canary.connect(at(host)).block(PATIENCE); // within 2 s: WelcomeScenarioTest

      canary.stop().block(PATIENCE);
    } finally {
      for (Socket socket : crowd) {
        socket.close();
      }
    }
    host.stop().block(PATIENCE);
    watch.awaitEnd();
    assertThat(watch.of(P2pEvent.IncomingTurnedAway.class)).hasSizeGreaterThanOrEqualTo(290);
  }

  @Test
  void nodes_that_know_one_node_only_all_connect_to_it() throws InterruptedException {
    P2pNetwork<String, ?, ?> hub = started(node().listen(ANY));
    List<P2pNetwork<String, ?, ?>> others = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      others.add(started(node().peer(at(hub))));
    }
    hub.connected().take(12).collectList().block(PATIENCE);
    assertThat(hub.connections().stream().map(c -> c.info().peerId()).collect(Collectors.toSet()))
        .hasSize(12);
    Mono.when(others.stream().map(P2pNetwork::stop).toList()).block(PATIENCE);
    hub.stop().block(PATIENCE);
    assertThat(loops()).isEmpty();
  }

  private P2pNetworkBuilder<String, ?, ?> node() {
    Identity identity =
        Identity.of(
            SecretKey.generate(random), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
    return P2pNetwork.builder(MessageCodec.text(0x0010, 1000), identity, ChainName.of("TOWN"))
        .maintenance(usual -> MaintenanceConfig.OFF)
        .requiredDifficulty(Difficulty.NONE);
  }

  private static P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    return builder.build().start().block(PATIENCE);
  }

  private static PeerAddress at(P2pNetwork<String, ?, ?> network) {
    return PeerAddress.of(network.listening().orElseThrow());
  }

  private static Socket silent(Point to, String from) throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(to.toSocketAddress());
    return socket;
  }

  /** Threads of event loops that do not come to their end. */
  private static List<Thread> loops() throws InterruptedException {
    List<Thread> loops =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("p2p-tcp"))
            .toList();
    for (Thread loop : loops) {
      // A loop says that it has ended a moment before its thread has.
      loop.join(PATIENCE.toMillis());
    }
    return loops.stream().filter(Thread::isAlive).toList();
  }
}
