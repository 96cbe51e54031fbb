/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.BookKeeping;
import org.reactorp2p.pool.Environment;
import org.reactorp2p.pool.NetworkConfig;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.pool.P2pNetworkBuilder;
import org.reactorp2p.test.chance.SeededRandom;
import org.reactorp2p.test.time.NodeTime;
import org.reactorp2p.test.weather.Addresses;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * One node of a simulation, through all its lives: its number, its identity, its address and its
 * peer book stay, and every start makes another {@link P2pNetwork}.
 *
 * @param <M> the application's messages
 */
public final class SimulatedNode<M> {

  /** The chain that they all are on. */
  public static final ChainName CHAIN = ChainName.of("REACTOR_P2P_SIMULATION");

  /** Less often than usual: with hundreds of nodes it would cost more than all they do. */
  private static final Duration SAVING = Duration.ofMinutes(10);

  private static final int LIVES = 1 << 20;

  private final World world;
  private final SimulationPlan<M> plan;
  private final int number;
  private final Identity identity;
  private final MemoryBook book = new MemoryBook();
  private final Observer<M> observer;
  private Duration wallClockOff = Duration.ZERO;
  private long lives;
  private Mono<Void> farewell = Mono.empty();
  private @Nullable Life<M> life;

  private record Life<M>(
      NodeTime time, HarbourMaster transport, NetworkConfig config, P2pNetwork<M, ?, ?> network) {}

  SimulatedNode(World world, SimulationPlan<M> plan, int number, Observer<M> observer) {
    this.world = world;
    this.plan = plan;
    this.number = number;
    this.observer = observer;
    SecretKey key = SecretKey.generate(SeededRandom.of(~plan.seed(), number));
    this.identity = Identity.of(key, ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
  }

  /** From 0. */
  public int number() {
    return number;
  }

  /** Where it listens while it runs. */
  public Point point() {
    return Addresses.point(number);
  }

  /** Who it is. */
  public PeerId peerId() {
    return identity.peerId();
  }

  /** What it is now; empty while it does not run. */
  public Optional<P2pNetwork<M, ?, ?>> network() {
    return life == null ? Optional.empty() : Optional.of(life.network());
  }

  /** How it is set up; empty while it does not run. */
  public Optional<NetworkConfig> config() {
    return Optional.ofNullable(life).map(Life::config);
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return life != null;
  }

  /** Begins to live, as soon as it has stopped; nothing if it does already. */
  void start(List<Point> acquaintances) {
    farewell.subscribe(null, this::giveUp, () -> begin(acquaintances));
  }

  private void begin(List<Point> acquaintances) {
    if (life != null) {
      return;
    }
    observer.begins(this);
    var random = SeededRandom.of(plan.seed(), (long) number * LIVES + lives++);
    var time = new NodeTime(world.time(), wallClockOff);
    var transport = new HarbourMaster(world.machine(number));
    P2pNetworkBuilder<M, NoMetadata, ConnectionMetadata> usual =
        P2pNetwork.builder(
                plan.codec(), identity, CHAIN, Environment.simulated(transport, time, random))
            .listen(point())
            .requiredDifficulty(Difficulty.NONE)
            .peerBook(new BookKeeping(book, SAVING));
    P2pNetworkBuilder<M, ?, ?> builder = plan.setup().of(usual);
    P2pNetwork<M, ?, ?> network = builder.build();
    life = new Life<>(time, transport, builder.config(), network);
    network.events().subscribe(event -> observer.happened(this, event));
    network.start().subscribe(started -> arrive(started, acquaintances), this::giveUp);
  }

  private void arrive(P2pNetwork<M, ?, ?> network, List<Point> acquaintances) {
    network.known().suggest(acquaintances).subscribe();
    plan.application().accept(this);
  }

  /** In a task of its own: a simulation in which something is broken must not go on. */
  private void giveUp(Throwable failure) {
    world
        .time()
        .schedule(
            () -> {
              throw Exceptions.propagate(failure);
            });
  }

  /** Says good-bye, and writes its book; its port is free some seconds later at most. */
  void stop() {
    Life<M> last = life;
    life = null;
    if (last != null) {
      farewell = last.network().stop();
      farewell.subscribe(null, this::giveUp, () -> observer.ends(this));
    }
  }

  void kill() {
    Life<M> last = life;
    life = null;
    farewell = Mono.empty();
    if (last != null) {
      last.time().dispose();
      last.transport().closeAll();
      world.sever(number);
      observer.ends(this);
    }
  }

  void freeze() {
    Optional.ofNullable(life).ifPresent(now -> now.time().freeze());
  }

  void thaw() {
    Optional.ofNullable(life).ifPresent(now -> now.time().thaw());
  }

  void stepClock(Duration by) {
    wallClockOff = wallClockOff.plus(by);
  }

  void close() {
    kill();
    identity.close();
  }

  @Override
  public String toString() {
    return "node " + number;
  }
}
