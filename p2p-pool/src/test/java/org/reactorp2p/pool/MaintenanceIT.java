/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.SpecialRanges;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The original's tests of maintenance once more, on real sockets. */
@Timeout(60)
@Tag("original")
class MaintenanceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final SecureRandom random = new SecureRandom();
  private final TcpTransport transport = TcpTransport.create(TcpConfig.defaults());
  private final List<P2pNetwork<String, ?, ?>> nodes = new ArrayList<>();

  @AfterEach
  void stopAll() {
    Mono.when(nodes.stream().map(P2pNetwork::stop).toList()).block(PATIENCE);
    transport.disposeLater().block(PATIENCE);
  }

  private P2pNetwork<String, ?, ?> node(Bounds bounds, MaintenanceConfig way, Point... named) {
    var identity = Identity.of(SecretKey.generate(random), ProofOfWorkStamp.draw(random));
    P2pNetworkBuilder<String, ?, ?> builder =
        P2pNetwork.builder(
                MessageCodec.text(0x0010, 1000),
                identity,
                ChainName.of("SOCKETS"),
                Environment.over(transport))
            .requiredDifficulty(Difficulty.NONE)
            .memory(MemoryConfig.DEFAULT.withSpecialRanges(SpecialRanges.ALLOWED))
            .maintenance(usual -> way)
            .bounds(bounds)
            .listen(new Point(InetAddress.getLoopbackAddress(), 0));
    for (Point point : named) {
      builder = builder.peer(PeerAddress.of(point));
    }
    P2pNetwork<String, ?, ?> network = builder.build();
    network.start().block(PATIENCE);
    nodes.add(network);
    return network;
  }

  private static Point at(P2pNetwork<String, ?, ?> network) {
    return network.listening().orElseThrow();
  }

  private static void await(BooleanSupplier done) {
    Flux.interval(Duration.ofMillis(20))
        .onBackpressureDrop()
        .takeUntil(tick -> done.getAsBoolean())
        .blockLast(PATIENCE);
  }

  @Test
  @DisplayName("tezt/tests/p2p.ml: set a trusted ring")
  void set_a_trusted_ring() {
    for (int i = 0; i < 5; i++) {
      node(Bounds.DEFAULT, MaintenanceConfig.DEFAULT);
    }
    for (int i = 0; i < 5; i++) {
      nodes.get(i).access().trust(Trustee.of(at(nodes.get((i + 1) % 5)))).block(PATIENCE);
    }
    await(() -> nodes.stream().allMatch(node -> node.connections().size() == 4));
    for (P2pNetwork<String, ?, ?> node : nodes) {
      assertThat(node.known().peers().collectList().block(PATIENCE)).hasSize(4);
      assertThat(node.known().points().collectList().block(PATIENCE))
          .extracting(point -> point.point())
          .hasSize(4)
          .doesNotContain(at(node));
    }
  }

  @Test
  @DisplayName("tezt/tests/p2p.ml: p2p-maintenance-init-expected_connections")
  void p2p_maintenance_init_expected_connections() {
    Bounds six = Bounds.around(6);
    for (int i = 0; i < 9; i++) {
      node(six, MaintenanceConfig.OFF.withBounds(six));
      for (int other = 0; other < i; other++) {
        nodes.get(i).connect(PeerAddress.of(at(nodes.get(other)))).block(PATIENCE);
      }
    }
    P2pNetwork<String, ?, ?> fresh = node(six, MaintenanceConfig.DEFAULT, at(nodes.get(0)));
    await(() -> fresh.connections().size() >= six.minTarget());
    fresh.maintenance().maintain().block(PATIENCE);
    assertThat(fresh.connections().size()).isBetween(six.minTarget(), six.maxTarget());
  }

  @Test
  @DisplayName("test_p2p_maintenance.ml: triggers.too-few-connections")
  void triggers_too_few_connections() {
    var bounds = new Bounds(3, 6, 9);
    for (int i = 0; i < 9; i++) {
      node(bounds, MaintenanceConfig.OFF);
    }
    P2pNetwork<String, ?, ?> node =
        node(bounds, MaintenanceConfig.DEFAULT.withInterval(Duration.ofHours(10)));
    List<P2pEvent> seen = new ArrayList<>();
    node.known()
        .suggest(nodes.subList(0, 9).stream().map(MaintenanceIT::at).toList())
        .block(PATIENCE);
    node.events().subscribe(event -> note(seen, event));
    await(() -> ended(seen) && node.connections().size() >= bounds.minTarget());
    forget(seen);
    node.connections().stream()
        .skip(2)
        .forEach(one -> node.disconnect(one.info().peerId(), "a test").block(PATIENCE));
    // In a round of its own, or in a gentle one that was under way; long before the next is due.
    await(() -> hasDialled(seen) && node.maintenance().level().holds());
  }

  private static void note(List<P2pEvent> seen, P2pEvent event) {
    synchronized (seen) {
      seen.add(event);
    }
  }

  private static void forget(List<P2pEvent> seen) {
    synchronized (seen) {
      seen.clear();
    }
  }

  private static boolean ended(List<P2pEvent> seen) {
    synchronized (seen) {
      return seen.stream().anyMatch(P2pEvent.MaintenanceEnded.class::isInstance);
    }
  }

  private static boolean hasDialled(List<P2pEvent> seen) {
    synchronized (seen) {
      return seen.stream().anyMatch(P2pEvent.OutgoingAttempted.class::isInstance);
    }
  }
}
