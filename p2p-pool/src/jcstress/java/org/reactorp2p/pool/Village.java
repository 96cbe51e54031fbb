/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Some whole networks over memory, on real threads. Made for one meeting of the actors. */
final class Village {

  /** Longer than anything takes, even on a machine that does other things. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Shared, since a key costs more than all the rest. */
  static final Identity HOST = identity();

  static final Identity ALICE = identity();
  static final Identity BOB = identity();

  private final MemoryNetwork memory = MemoryNetwork.on(Schedulers.parallel());
  private final List<P2pNetwork<String, ?, ?>> networks = new ArrayList<>();

  /** Starts a node in that house. */
  P2pNetwork<String, ?, ?> node(
      int house, Identity who, ConnectionLimits limits, AccessConfig access) {
    P2pNetwork<String, ?, ?> network =
        P2pNetwork.builder(
                MessageCodec.text(0x0010, 100),
                who,
                ChainName.of("VILLAGE"),
                Environment.over(memory.machine(point(house).address())))
            .requiredDifficulty(Difficulty.NONE)
            .maintenance(usual -> MaintenanceConfig.OFF)
            .listen(point(house))
            .limits(limits)
            .access(any -> access)
            .build();
    networks.add(network);
    return await(network.start());
  }

  P2pNetwork<String, ?, ?> node(int house, Identity who) {
    return node(house, who, ConnectionLimits.DEFAULT, AccessConfig.DEFAULT);
  }

  static Point point(int house) {
    try {
      byte[] address = {10, 0, 0, (byte) house};
      return new Point(InetAddress.getByAddress(address), 9732);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Dials, and waits for what becomes of it. */
  static void dial(P2pNetwork<String, ?, ?> network, int house) {
    await(network.connect(PeerAddress.of(point(house))).then().onErrorComplete());
  }

  static <T> T await(Mono<T> outcome) {
    return outcome.block(PATIENCE);
  }

  /** How many connections this one has, when nothing is under way any more; then all is over. */
  int outcome(P2pNetwork<String, ?, ?> network) {
    settle(network);
    int running = network.connections().size();
    networks.forEach(P2pNetwork::stop);
    return running;
  }

  /** Waits until nothing is under way. */
  static void settle(P2pNetwork<String, ?, ?> network) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (isBusy(network) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static boolean isBusy(P2pNetwork<String, ?, ?> network) {
    var attempts = network.stat().attempts();
    return attempts.inbound() + attempts.outbound() > 0;
  }

  private static Identity identity() {
    var random = new SecureRandom();
    return Identity.of(SecretKey.generate(random), ProofOfWorkStamp.draw(random));
  }
}
