/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.memory.MemoryConfig;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.core.transport.memory.Weather;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.SpecialRanges;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Nodes that maintain themselves, each in a region of its own, in one memory network on virtual
 * time, of which any line can be cut.
 */
final class Settlement {

  private final Random random;
  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final MemoryNetwork network;
  private final List<P2pNetwork<String, ?, ?>> nodes = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private BiPredicate<Integer, Integer> cut = (a, b) -> false;

  Settlement(long seed) {
    this.random = new Random(seed);
    this.network = MemoryNetwork.on(time, MemoryConfig.DEFAULT, weather());
  }

  private Weather weather() {
    return (from, to, arrival) -> {
      if (!isCut(from, to)) {
        arrival.after(Duration.ofMillis(1 + random.nextInt(20)));
      }
    };
  }

  private boolean isCut(Point a, Point b) {
    int one = house(a);
    int other = house(b);
    return cut.test(one, other) || cut.test(other, one);
  }

  /** Where house number {@code house} is: 20.house.0.1, so that no two share a region. */
  static Point point(int house) {
    try {
      return new Point(
          InetAddress.getByAddress(new byte[] {(byte) (20 + house / 256), (byte) house, 0, 1}),
          Town.PORT);
    } catch (java.net.UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static int house(Point point) {
    byte[] octets = point.address().getAddress();
    return (octets[0] - 20) * 256 + (octets[1] & 0xff);
  }

  /** A node in the next house, as it is without a word. */
  P2pNetworkBuilder<String, NoMetadata, ConnectionMetadata> next() {
    return builder(nodes.size(), ChainName.of("SETTLEMENT"));
  }

  private P2pNetworkBuilder<String, NoMetadata, ConnectionMetadata> builder(
      int house, ChainName chain) {
    var identity =
        Identity.of(
            SecretKey.generate(random), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
    return P2pNetwork.builder(
            MessageCodec.text(0x0010, 1000),
            identity,
            chain,
            Environment.simulated(transport(house), time, random))
        .listen(point(house))
        .memory(
            org.reactorp2p.pool.peer.MemoryConfig.DEFAULT
                .withSpecialRanges(SpecialRanges.ALLOWED)
                .withPointsPerTeller(400))
        .requiredDifficulty(Difficulty.NONE);
  }

  Transport transport(int house) {
    return network.machine(point(house).address());
  }

  /** A machine is there, and nobody listens. */
  void transport(Point point) {
    network.machine(point.address());
  }

  /** Starts it, in the house that it was made for. */
  P2pNetwork<String, ?, ?> start(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> node = builder.build();
    nodes.add(node);
    watches.add(Watch.over(node));
    await(node.start());
    return node;
  }

  /** So many more nodes, all alike. */
  Settlement grow(int count, UnaryOperator<MaintenanceConfig> maintenance) {
    for (int i = 0; i < count; i++) {
      start(next().maintenance(maintenance));
    }
    return this;
  }

  /** Tells everybody where everybody lives. */
  Settlement introduce() {
    List<Point> all = IntStream.range(0, nodes.size()).mapToObj(Settlement::point).toList();
    nodes.forEach(node -> await(node.known().suggest(all)));
    return this;
  }

  List<P2pNetwork<String, ?, ?>> nodes() {
    return nodes;
  }

  P2pNetwork<String, ?, ?> node(int house) {
    return nodes.get(house);
  }

  Watch watch(int house) {
    return watches.get(house);
  }

  /** How many connections each has. */
  List<Integer> counts() {
    return nodes.stream().map(node -> node.connections().size()).toList();
  }

  /** From now on nothing goes between these, and what is connected notices. */
  void cut(BiPredicate<Integer, Integer> between) {
    cut = between;
    network.sever(this::isCut);
  }

  void heal() {
    cut = (a, b) -> false;
  }

  void pass(Duration duration) {
    time.advanceTimeBy(duration);
  }

  <T> T await(Mono<T> outcome) {
    return await(outcome, Duration.ofSeconds(10));
  }

  /** Lets time pass until this is known, but no longer than that. */
  <T> T await(Mono<T> outcome, Duration most) {
    var future = outcome.toFuture();
    for (long passed = 0; passed < most.toMillis() && !future.isDone(); passed += 10) {
      pass(Duration.ofMillis(10));
    }
    if (!future.isDone()) {
      throw new AssertionError("nothing happened within " + most);
    }
    return future.join();
  }
}
