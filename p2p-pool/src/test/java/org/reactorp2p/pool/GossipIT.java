/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.admission.PeerDiscovery;
import org.reactorp2p.pool.discovery.BeaconConfig;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.exchange.ExchangeConfig;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.SpecialRanges;
import org.reactorp2p.pool.swap.SwapConfig;

/** Swaps, points and beacons over sockets on the loopback. */
class GossipIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ALL = "127.255.255.255:";

  private final Random random = new Random(13);
  private final List<P2pNetwork<String, ?, ?>> networks = new ArrayList<>();

  @AfterEach
  void stop() {
    networks.forEach(network -> network.stop().block(PATIENCE));
  }

  private P2pNetworkBuilder<String, ?, ?> node() {
    Identity identity =
        Identity.of(
            SecretKey.generate(random), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
    return P2pNetwork.builder(MessageCodec.text(0x0010, 1000), identity, ChainName.of("TOWN"))
        .requiredDifficulty(Difficulty.NONE)
        .maintenance(usual -> MaintenanceConfig.OFF)
        .memory(MemoryConfig.DEFAULT.withSpecialRanges(SpecialRanges.ALLOWED))
        .listen(Point.parse("127.0.0.1:0"));
  }

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    network.start().block(PATIENCE);
    networks.add(network);
    return network;
  }

  private static Point pointOf(P2pNetwork<?, ?, ?> network) {
    return network.listening().orElseThrow();
  }

  private static void link(P2pNetwork<?, ?, ?> from, P2pNetwork<?, ?, ?> to) {
    from.connect(PeerAddress.of(pointOf(to))).block(PATIENCE);
    to.connected().filter(c -> c.info().peerId().equals(from.peerId())).next().block(PATIENCE);
  }

  private static <E extends P2pEvent> E await(
      P2pNetwork<?, ?, ?> network, Class<E> kind, Predicate<E> which, Runnable cause) {
    var seen = network.events().ofType(kind).filter(which).next().toFuture();
    cause.run();
    return seen.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-swap")
  void p2p_swap() {
    P2pNetwork<String, ?, ?> b1 = started(node());
    P2pNetwork<String, ?, ?> a1 = started(node());
    P2pNetwork<String, ?, ?> swaper = started(node());
    P2pNetwork<String, ?, ?> a2 = started(node());
    P2pNetwork<String, ?, ?> b2 = started(node());
    link(a1, b1);
    link(swaper, a1);
    link(swaper, a2);
    link(a2, b2);
    P2pEvent.SwapSucceeded swapped =
        await(
            swaper,
            P2pEvent.SwapSucceeded.class,
            any -> true,
            () -> swaper.gossip().proposeSwap().block(PATIENCE));
    assertThat(swapped.gained()).isIn(b1.peerId(), b2.peerId());
    assertThat(swapped.partner()).isIn(a1.peerId(), a2.peerId());
  }

  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-swap-disable")
  void p2p_swap_disable() {
    P2pNetworkBuilder<String, ?, ?> builder = node();
    P2pNetwork<String, ?, ?> off =
        started(builder.config(builder.config().withSwap(SwapConfig.NONE)));
    P2pNetwork<String, ?, ?> one = started(node());
    P2pNetwork<String, ?, ?> other = started(node());
    link(one, off);
    link(other, off);
    link(one, other);
    off.gossip().proposeSwap().block(PATIENCE);
    P2pEvent.ControlIgnored ignored =
        await(
            off,
            P2pEvent.ControlIgnored.class,
            any -> true,
            () ->
                one.connection(off.peerId())
                    .orElseThrow()
                    .tryEmitControl(
                        new PeerMessage.SwapRequest<>(Point.parse("127.0.0.1:9"), other.peerId())));
    assertThat(ignored.why()).isEqualTo(Disregard.SWAPS_DISABLED);
    assertThat(off.stat().traffic().sent().messages(MessageKind.SWAP_REQUEST)).isZero();
  }

  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-peer-discovery")
  void p2p_peer_discovery() {
    P2pNetwork<String, ?, ?> centre = started(node());
    P2pNetwork<String, ?, ?> a = started(node());
    P2pNetwork<String, ?, ?> b = started(node());
    link(a, centre);
    link(b, centre);
    await(
        a,
        P2pEvent.PointLearned.class,
        learned -> learned.point().equals(pointOf(b)),
        () -> a.gossip().askForPoints().block(PATIENCE));
  }

  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: p2p-peer-discovery-disable")
  void p2p_peer_discovery_disable() {
    P2pNetworkBuilder<String, ?, ?> builder = node();
    P2pNetwork<String, ?, ?> centre =
        started(
            builder.config(
                builder
                    .config()
                    .withExchange(ExchangeConfig.DEFAULT.withDiscovery(PeerDiscovery.DISABLED))));
    P2pNetwork<String, ?, ?> a = started(node());
    link(a, centre);
    assertThat(centre.gossip().askForPoints().block(PATIENCE)).isZero();
    P2pEvent.ControlIgnored ignored =
        await(
            centre,
            P2pEvent.ControlIgnored.class,
            any -> true,
            () -> a.gossip().askForPoints().block(PATIENCE));
    assertThat(ignored.why()).isEqualTo(Disregard.DISCOVERY_DISABLED);
  }

  private P2pNetworkBuilder<String, ?, ?> lit(int port) {
    P2pNetworkBuilder<String, ?, ?> builder = node();
    return builder.config(
        builder.config().withBeacon(BeaconConfig.DEFAULT.withTo(Point.parse(ALL + port))));
  }

  private static int freePort() throws IOException {
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void beacons_find_each_other() throws IOException {
    int port = freePort();
    P2pNetwork<String, ?, ?> one = started(lit(port));
    P2pNetworkBuilder<String, ?, ?> second = lit(port);
    P2pEvent.PeerDiscovered found =
        await(one, P2pEvent.PeerDiscovered.class, any -> true, () -> started(second));
    assertThat(found.point()).isEqualTo(pointOf(networks.get(1)));
    assertThat(found.claimed()).isEqualTo(networks.get(1).peerId());
  }

  @Test
  void D_01_fifty_thousand_datagrams_a_second_cost_less_than_a_tenth_of_a_core() throws Exception {
    int port = freePort();
    P2pNetwork<String, ?, ?> host = started(lit(port));
    var threads = ManagementFactory.getThreadMXBean();
    long before = loopTime(threads);
    long allocatedBefore = loopMemory(threads);
    long begun = System.nanoTime();
    int sent = 0;
    try (var socket = new DatagramSocket()) {
      byte[] noise = new byte[1500];
      while (System.nanoTime() - begun < Duration.ofSeconds(2).toNanos()) {
        if (sent < 50_000 * ((System.nanoTime() - begun) / 1e9)) {
          random.nextBytes(noise);
          socket.send(
              new DatagramPacket(
                  noise, random.nextInt(1500), InetAddress.getLoopbackAddress(), port));
          sent++;
        }
      }
    }
    long spent = loopTime(threads) - before;
    long elapsed = System.nanoTime() - begun;
    long allocated = loopMemory(threads) - allocatedBefore;
    assertThat(spent * 10).as("%d datagrams", sent).isLessThan(elapsed);
    assertThat(allocated).as("%d datagrams", sent).isLessThan(sent * 200L);
    assertThat(host.known().points().count().block(PATIENCE)).isZero();
    P2pNetwork<String, ?, ?> guest = started(node());
    link(guest, host);
  }

  /** Bytes that the threads of sockets have allocated so far. */
  private static long loopMemory(ThreadMXBean threads) {
    var counting = (com.sun.management.ThreadMXBean) threads;
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().startsWith("p2p-tcp"))
        .mapToLong(info -> counting.getThreadAllocatedBytes(info.getThreadId()))
        .sum();
  }

  /** What the threads of sockets have used so far, in nanoseconds of a processor. */
  private static long loopTime(ThreadMXBean threads) {
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().startsWith("p2p-tcp"))
        .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()))
        .sum();
  }
}
