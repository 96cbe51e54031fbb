/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.SpecialRanges;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Some nodes in one memory network, on virtual time and with chance from a seed. {@code -Dp2p.seed}
 * shifts the seeds of all towns, so that every scenario can be played with other dice.
 */
final class Town {

  static final ChainName CHAIN = ChainName.of("TOWN");
  static final int PORT = 9732;

  private final RandomGenerator random;
  final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  final MemoryNetwork network = MemoryNetwork.on(time);

  Town(long seed) {
    this.random = new Random(seed + Long.getLong("p2p.seed", 0));
  }

  /** Where house number {@code house} is. */
  static InetAddress address(int house) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 0, (byte) (house >> 8), (byte) house});
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static Point point(int house) {
    return new Point(address(house), PORT);
  }

  Transport transport(int house) {
    return network.machine(address(house));
  }

  Identity identity() {
    return Identity.of(
        SecretKey.generate(random), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
  }

  /** A node in that house, which listens there. */
  P2pNetworkBuilder<String, NoMetadata, ConnectionMetadata> node(int house) {
    return node(house, identity()).listen(point(house));
  }

  /** A node in that house, which does not listen. */
  P2pNetworkBuilder<String, NoMetadata, ConnectionMetadata> node(int house, Identity identity) {
    return node(identity, transport(house));
  }

  /** A node in that house, which listens there by that transport. */
  P2pNetworkBuilder<String, NoMetadata, ConnectionMetadata> node(
      int house, Identity identity, Transport transport) {
    return node(identity, transport).listen(point(house));
  }

  private P2pNetworkBuilder<String, NoMetadata, ConnectionMetadata> node(
      Identity identity, Transport transport) {
    return speaking(MessageCodec.text(0x0010, 1000), identity, transport);
  }

  /** A node in that house, which listens there and has messages of its own. */
  <M> P2pNetworkBuilder<M, NoMetadata, ConnectionMetadata> speaking(
      MessageCodec<M> codec, int house) {
    return speaking(codec, identity(), transport(house)).listen(point(house));
  }

  private <M> P2pNetworkBuilder<M, NoMetadata, ConnectionMetadata> speaking(
      MessageCodec<M> codec, Identity identity, Transport transport) {
    return P2pNetwork.builder(codec, identity, CHAIN, environment(transport))
        .memory(MemoryConfig.DEFAULT.withSpecialRanges(SpecialRanges.ALLOWED))
        .maintenance(usual -> MaintenanceConfig.OFF)
        .requiredDifficulty(Difficulty.NONE);
  }

  Environment environment(Transport transport) {
    return Environment.simulated(transport, time, random);
  }

  /** Lets everything happen that wants to happen now or within this time. */
  void pass(Duration duration) {
    time.advanceTimeBy(duration);
  }

  /** Lets time pass until this is known; what it fails with is thrown. */
  <T> T await(Mono<T> outcome) {
    var future = outcome.toFuture();
    for (int i = 0; i < 1000 && !future.isDone(); i++) {
      pass(Duration.ofMillis(10));
    }
    if (!future.isDone()) {
      throw new AssertionError("nothing happened within ten seconds");
    }
    return future.join();
  }
}
