/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.crypto.identity.StampMiner;
import org.reactorp2p.node.cli.ProgressLine;
import org.reactorp2p.node.cli.WorkFailedException;
import org.reactorp2p.pool.ConnectionLimits;
import org.reactorp2p.pool.Environment;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.pool.P2pNetworkBuilder;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.score.PeerScore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The play: all nodes start and dial those they know, then one after the other broadcasts the file,
 * and waits until all others have it. Blocks the thread it runs on; used once.
 */
final class Swarm implements AutoCloseable {

  private static final ChainName CHAIN = ChainName.of("REACTOR_P2P_SWARM");

  /** Enough to show that it is checked, and found in a millisecond. */
  private static final Difficulty DIFFICULTY = Difficulty.of(8);

  private static final Duration LOOK = Duration.ofMillis(2);

  /** Less often where every look looks at every connection too. */
  private static final Duration LIMITED_LOOK = Duration.ofMillis(10);

  private final SwarmPlan plan;
  private final Environment environment;
  private final LongSupplier nanoTime;
  private final long deadline;
  private final List<Identity> identities = new ArrayList<>();
  private final List<SwarmNode> nodes = new ArrayList<>();
  private final long[] roundNanos;

  /**
   * @param environment shared by all nodes
   * @param nanoTime a clock that never goes back
   */
  Swarm(SwarmPlan plan, Environment environment, LongSupplier nanoTime) {
    this.plan = plan;
    this.environment = environment;
    this.nanoTime = nanoTime;
    this.deadline = nanoTime.getAsLong() + plan.limit().toNanos();
    this.roundNanos = new long[plan.nodes()];
  }

  /** Plays it all. */
  List<NodeResult> run() {
    connect();
    for (int origin = 0; origin < plan.nodes(); origin++) {
      broadcastFrom(origin);
    }
    return IntStream.range(0, plan.nodes()).mapToObj(this::resultOf).toList();
  }

  private void connect() {
    try (ProgressLine progress = ProgressLine.open("connecting", " links", 1, plan.connections())) {
      for (int number = 0; number < plan.nodes(); number++) {
        start(number);
      }
      await(
          () -> {
            int ends = nodes.stream().mapToInt(SwarmNode::links).sum();
            progress.at(ends / 2);
            return ends == 2 * plan.connections();
          },
          "not all nodes were connected");
    }
  }

  private void start(int number) {
    Identity identity = newIdentity();
    identities.add(identity);
    SwarmNode node = new SwarmNode(number, networkOf(number, identity), nanoTime);
    nodes.add(node);
    node.flood();
    node.start().timeout(left(), Mono.error(() -> tooLate("a node did not start"))).block();
  }

  private P2pNetwork<Piece, ?, ?> networkOf(int number, Identity identity) {
    P2pNetworkBuilder<Piece, ?, ?> builder =
        P2pNetwork.builder(new PieceCodec(), identity, CHAIN, environment)
            .requiredDifficulty(DIFFICULTY)
            .maintenance(usual -> MaintenanceConfig.OFF)
            .uploadLimit(plan.bandwidth().upload())
            .downloadLimit(plan.bandwidth().download())
            .score(PeerScore.EQUAL) // the table shows how evenly a limit is shared
            .limits(
                ConnectionLimits.DEFAULT
                    .withMaxConnections(plan.nodes())
                    .withMaxUnauthenticated(plan.nodes(), plan.nodes())
                    .withMaxDials(plan.nodes()))
            .listen(new Point(InetAddress.getLoopbackAddress(), 0));
    for (int dialled : plan.shape().dialled(number, plan.nodes()).toArray()) {
      Point known = nodes.get(dialled).network().listening().orElseThrow();
      builder = builder.peer(PeerAddress.of(known));
    }
    return builder.build();
  }

  private static Identity newIdentity() {
    SecureRandom random = new SecureRandom();
    SecretKey key = SecretKey.generate(random);
    ProofOfWorkStamp start = ProofOfWorkStamp.draw(random);
    return Identity.of(key, StampMiner.of(key.publicKey(), DIFFICULTY).mine(start));
  }

  private void broadcastFrom(int origin) {
    long before = bytes();
    long began = nanoTime.getAsLong();
    String task = "node " + (origin + 1) + " of " + plan.nodes();
    try (ProgressLine progress =
        ProgressLine.open(task, " KB", 1000, Math.max(1, plan.bytesPerBroadcast()))) {
      nodes.get(origin).broadcast(Piece.cut(plan.file(), plan.pieceSize(), origin));
      await(
          () -> {
            progress.at(bytes() - before);
            return haveAll(origin);
          },
          "not all nodes had the file of node " + origin);
    }
    roundNanos[origin] = nanoTime.getAsLong() - began;
  }

  private boolean haveAll(int origin) {
    return nodes.stream()
        .allMatch(node -> node == nodes.get(origin) || node.harvest().isComplete(origin));
  }

  private long bytes() {
    return nodes.stream().mapToLong(node -> node.harvest().bytes()).sum();
  }

  private void await(BooleanSupplier done, String otherwise) {
    Flux.interval(Duration.ZERO, plan.isLimited() ? LIMITED_LOOK : LOOK)
        .onBackpressureDrop()
        .doOnNext(tick -> nodes.forEach(SwarmNode::look))
        .takeUntil(tick -> done.getAsBoolean())
        .then()
        .timeout(left(), Mono.error(() -> tooLate(otherwise)))
        .block();
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(1, deadline - nanoTime.getAsLong()));
  }

  private WorkFailedException tooLate(String what) {
    return new WorkFailedException(what + " after " + plan.limit().toSeconds() + " s");
  }

  private NodeResult resultOf(int number) {
    SwarmNode node = nodes.get(number);
    long receiving = LongStream.of(roundNanos).sum() - roundNanos[number];
    return new NodeResult(
        number,
        node.network().peerId(),
        node.links(),
        node.harvest().complete(),
        node.harvest().bytes(),
        node.received(),
        Duration.ofNanos(receiving),
        node.uploaded(),
        node.downloaded(),
        node.harvest().digests());
  }

  /** Stops all nodes, and wipes their keys. */
  @Override
  public void close() {
    Mono.when(nodes.stream().map(node -> node.network().stop()).toList()).block();
    identities.forEach(Identity::close);
  }
}
