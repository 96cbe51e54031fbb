/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.ConnectionLimits;
import org.reactorp2p.pool.Environment;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.metrics.P2pMetrics;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.TableBounds;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The listening end: one network, with everything a network has, meters included. */
final class Hub implements AutoCloseable {

  static final ChainName CHAIN = ChainName.of("IDLE");
  static final int LONGEST_MESSAGE = 1 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(50);
  private static final int STRANGERS = 200;

  /** What it remembers of those who have left is no part of a connection. */
  private static final TableBounds NOBODY = new TableBounds(0, 0);

  private final Timers timers = new Timers("idle-decisions");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final P2pNetwork<RawMessage, ?, ?> network;
  private final P2pMetrics metrics;

  /**
   * @param connections how many it lets in
   */
  Hub(int connections) {
    Environment system = Environment.system();
    var environment =
        new Environment(
            system.transport(),
            timers::scheduler,
            Schedulers.newParallel("idle-delivery", 2, true),
            system.random(),
            system.nonces(),
            system.box());
    network =
        P2pNetwork.builder(RawMessage.codec(LONGEST_MESSAGE), identity(), CHAIN, environment)
            .requiredDifficulty(Difficulty.NONE)
            .maintenance(usual -> MaintenanceConfig.OFF)
            .limits(
                ConnectionLimits.DEFAULT
                    .withMaxConnections(connections)
                    .withMaxUnauthenticated(STRANGERS, STRANGERS))
            .listen(Point.parse("127.0.0.1:0"))
            .memory(MemoryConfig.DEFAULT.withBounds(NOBODY, NOBODY))
            .build();
    metrics = network.metrics();
    metrics.bindTo(registry);
    network.start().block(PATIENCE);
  }

  static Identity identity() {
    var random = new SecureRandom();
    return Identity.of(
        SecretKey.generate(random), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
  }

  int port() {
    return network.listening().orElseThrow().port();
  }

  /** Waits until so many run, and nothing else is going on. */
  void await(int connections) {
    Flux.interval(Duration.ZERO, Duration.ofMillis(20), timers.scheduler())
        .takeUntil(tick -> stands(connections))
        .blockLast(PATIENCE);
  }

  private boolean stands(int connections) {
    var stat = network.stat();
    return stat.connections().all() == connections && stat.attempts().inbound() == 0;
  }

  Vitals vitals() {
    return Vitals.take(timers.waiting(), registry.getMeters().size());
  }

  /** What one connection may cost at most. */
  String formula() {
    return network.memoryFormula();
  }

  /** How many meters are left when they are unbound. */
  int unbind() {
    metrics.close();
    return registry.getMeters().size();
  }

  @Override
  public void close() {
    network.stop().block(PATIENCE);
    timers.close();
  }
}
