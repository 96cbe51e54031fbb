/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.churn;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.Environment;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.SpecialRanges;
import reactor.core.publisher.Mono;

/** One node, through all its lives. Confined to one thread. */
final class Dweller implements AutoCloseable {

  private static final ChainName CHAIN = ChainName.of("REACTOR_P2P_CHURN");
  private static final int TAG = 0x0010;
  private static final int LONGEST = 100;

  private final int number;
  private final Identity identity;
  private final Bounds bounds;
  private final Environment environment;
  private @Nullable P2pNetwork<String, ?, ?> network;
  private Duration since = Duration.ZERO;
  private Duration lastRight = Duration.ZERO;
  private Duration longestAstray = Duration.ZERO;
  private int lives;
  private int least = Integer.MAX_VALUE;
  private int most;

  Dweller(int number, Identity identity, Bounds bounds, Environment environment) {
    this.number = number;
    this.identity = identity;
    this.bounds = bounds;
    this.environment = environment;
  }

  boolean isHere() {
    return network != null;
  }

  /** Where others reach it; empty while it is away. */
  Optional<Point> point() {
    return Optional.ofNullable(network).flatMap(P2pNetwork::listening);
  }

  /** Comes, knowing of these; blocks until it listens. */
  void come(List<Point> known, Duration now) {
    P2pNetwork<String, ?, ?> fresh =
        P2pNetwork.builder(MessageCodec.text(TAG, LONGEST), identity, CHAIN, environment)
            .requiredDifficulty(Difficulty.NONE)
            .memory(MemoryConfig.DEFAULT.withSpecialRanges(SpecialRanges.ALLOWED))
            .bounds(bounds)
            .listen(new Point(InetAddress.getLoopbackAddress(), 0))
            .build();
    fresh.start().block();
    fresh.known().suggest(known).block();
    network = fresh;
    since = now;
    lastRight = now;
    lives++;
  }

  /** Leaves, in good order; completes when its socket is closed. */
  Mono<Void> leave() {
    P2pNetwork<String, ?, ?> last = network;
    network = null;
    return last == null ? Mono.empty() : last.stop();
  }

  /** How it stands now; remembers for how long it was out of the band. */
  Standing look(Duration now) {
    int connections = network == null ? 0 : network.connections().size();
    boolean settled = network != null && now.minus(since).compareTo(ChurnPlan.GRACE) >= 0;
    boolean right = connections >= bounds.min() && connections <= bounds.max();
    if (network == null || right) {
      lastRight = now;
    }
    if (settled) {
      longestAstray = max(longestAstray, now.minus(lastRight));
      least = Math.min(least, connections);
      most = Math.max(most, connections);
    }
    return new Standing(
        number,
        identity.peerId().toShortString(),
        network != null,
        connections,
        lives,
        Math.min(least, most),
        most,
        longestAstray);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Wipes its keys; it must have left. */
  @Override
  public void close() {
    identity.close();
  }
}
