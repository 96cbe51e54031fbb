/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.reactorp2p.core.connection.ConnectionConfig;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.pool.discovery.BeaconConfig;
import org.reactorp2p.pool.exchange.ExchangeConfig;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.Backoff;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.swap.SwapConfig;

/**
 * How a network behaves. Contains the configuration of the floors below and adds its own.
 *
 * @param listen where to take connections, port 0 for any free one; empty to take none
 * @param announcement the port we tell others; overrides the one in {@code handshake}. It need not
 *     be one we listen on: something in between may take the connections, as the original allows
 * @param peers whom to dial, again and again until they are connected; these points are trusted
 * @param handshake what we say of ourselves and ask of others. Its outbound timeout is the time for
 *     all of a dial: link, handshake and answer
 * @param wire how we cut messages into frames, and the longest message
 * @param connection the bounds of each connection
 * @param limits how many
 * @param access whom to keep out and whom to trust
 * @param bandwidth how much they may send and receive, all together, to begin with
 * @param memory how much is remembered of points and peers, and of whose word
 * @param exchange how control messages are dealt with, and whether points are exchanged
 * @param swap whether and how peers are swapped
 * @param beacon where to look for others on the local network; nowhere if empty
 * @param redial how soon to dial {@code peers} again
 * @param maintenance how the number of connections is kept right
 * @param assemblyBudget bytes that unfinished messages longer than a frame may take up, of all
 *     connections together
 * @param drainLimit how long stopping waits for what is queued to be sent
 */
public record NetworkConfig(
    Optional<Point> listen,
    Announcement announcement,
    List<PeerAddress> peers,
    HandshakeConfig handshake,
    WireLimits wire,
    ConnectionConfig connection,
    ConnectionLimits limits,
    AccessConfig access,
    BandwidthLimits bandwidth,
    MemoryConfig memory,
    ExchangeConfig exchange,
    SwapConfig swap,
    Optional<BeaconConfig> beacon,
    Backoff redial,
    MaintenanceConfig maintenance,
    long assemblyBudget,
    Duration drainLimit) {

  private static final long DEFAULT_ASSEMBLY_BUDGET = 256L << 20;
  private static final Duration DEFAULT_DRAIN_LIMIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_DRAIN = Duration.ofHours(1);

  /** Refuses what contradicts itself, in one sentence. */
  public NetworkConfig {
    peers = List.copyOf(peers);
    requireDistinct(peers);
    if (peers.size() > limits.maxConnections()) {
      throw new IllegalArgumentException(
          "%d peers are to be dialled, but only %d connections are allowed"
              .formatted(peers.size(), limits.maxConnections()));
    }
    if (listen.isPresent() && isAmong(listen.get(), peers)) {
      throw new IllegalArgumentException(
          listen.get() + " is both our listen address and a peer to dial");
    }
    maintenance.bounds().ifPresent(wanted -> requireRoom(wanted, limits));
    beacon.ifPresent(lit -> requirePublic(access));
    if (assemblyBudget < 1) {
      throw new IllegalArgumentException(
          "the assembly budget must be positive, not " + assemblyBudget);
    }
    if (assemblyBudget < wire.maxMessageLength()) {
      throw new IllegalArgumentException(
          "a message of %d bytes is allowed, but all unfinished ones together may have only %d"
              .formatted(wire.maxMessageLength(), assemblyBudget));
    }
    access.requireNoBanOf(peers);
    if (drainLimit.isNegative() || drainLimit.compareTo(LONGEST_DRAIN) > 0) {
      throw new IllegalArgumentException(
          "the drain limit is between none and an hour, not " + drainLimit);
    }
  }

  /** A node of this chain that neither listens nor dials yet, and has defaults for the rest. */
  public static NetworkConfig of(ChainName chain) {
    return new NetworkConfig(
        Optional.empty(),
        new Announcement.ListeningPort(),
        List.of(),
        HandshakeConfig.of(chain),
        WireLimits.DEFAULT,
        ConnectionConfig.DEFAULT,
        ConnectionLimits.DEFAULT,
        AccessConfig.DEFAULT,
        BandwidthLimits.UNLIMITED,
        MemoryConfig.DEFAULT,
        ExchangeConfig.DEFAULT,
        SwapConfig.DEFAULT,
        Optional.empty(),
        Backoff.DEFAULT,
        MaintenanceConfig.DEFAULT,
        DEFAULT_ASSEMBLY_BUDGET,
        DEFAULT_DRAIN_LIMIT);
  }

  /** The same, listening there. */
  public NetworkConfig withListen(Point at) {
    return changed(draft -> draft.listen = Optional.of(at));
  }

  /** The same, announcing something else. */
  public NetworkConfig withAnnouncement(Announcement other) {
    return changed(draft -> draft.announcement = other);
  }

  /** The same, dialling these and no others. */
  public NetworkConfig withPeers(List<PeerAddress> others) {
    return changed(draft -> draft.peers = others);
  }

  /** The same with another handshake. */
  public NetworkConfig withHandshake(HandshakeConfig other) {
    return changed(draft -> draft.handshake = other);
  }

  /** The same with other frames. */
  public NetworkConfig withWire(WireLimits other) {
    return changed(draft -> draft.wire = other);
  }

  /** The same with other bounds of each connection. */
  public NetworkConfig withConnection(ConnectionConfig other) {
    return changed(draft -> draft.connection = other);
  }

  /** The same with other limits. */
  public NetworkConfig withLimits(ConnectionLimits other) {
    return changed(draft -> draft.limits = other);
  }

  /** The same, keeping out and trusting others. */
  public NetworkConfig withAccess(AccessConfig other) {
    return changed(draft -> draft.access = other);
  }

  /** The same with another bandwidth. */
  public NetworkConfig withBandwidth(BandwidthLimits other) {
    return changed(draft -> draft.bandwidth = other);
  }

  /** The same with another memory. */
  public NetworkConfig withMemory(MemoryConfig other) {
    return changed(draft -> draft.memory = other);
  }

  /** The same, dealing with control messages in another way. */
  public NetworkConfig withExchange(ExchangeConfig other) {
    return changed(draft -> draft.exchange = other);
  }

  /** The same, swapping peers in another way or not at all. */
  public NetworkConfig withSwap(SwapConfig other) {
    return changed(draft -> draft.swap = other);
  }

  /** The same, looking for others on the local network. */
  public NetworkConfig withBeacon(BeaconConfig other) {
    return changed(draft -> draft.beacon = Optional.of(other));
  }

  /** The same with another patience for peers that cannot be reached. */
  public NetworkConfig withRedial(Backoff other) {
    return changed(draft -> draft.redial = other);
  }

  /** The same with another maintenance, or none. */
  public NetworkConfig withMaintenance(MaintenanceConfig other) {
    return changed(draft -> draft.maintenance = other);
  }

  /** The same, wanting so many connections, and allowing no more than the greatest of them. */
  public NetworkConfig withBounds(Bounds wanted) {
    return changed(
        draft -> {
          draft.maintenance = maintenance.withBounds(wanted);
          draft.limits = limits.withMaxConnections(wanted.max());
        });
  }

  /** How many connections are wanted: as maintenance says, or in proportion to the limit. */
  public Bounds bounds() {
    return maintenance.bounds().orElseGet(() -> Bounds.upTo(limits.maxConnections()));
  }

  /** The same with another budget for unfinished messages, in bytes. */
  public NetworkConfig withAssemblyBudget(long bytes) {
    return changed(draft -> draft.assemblyBudget = bytes);
  }

  /** The same with another patience at stopping. */
  public NetworkConfig withDrainLimit(Duration limit) {
    return changed(draft -> draft.drainLimit = limit);
  }

  private NetworkConfig changed(Consumer<NetworkDraft> change) {
    var draft = new NetworkDraft(this);
    change.accept(draft);
    return draft.finished();
  }

  private static void requireRoom(Bounds wanted, ConnectionLimits limits) {
    if (wanted.max() > limits.maxConnections()) {
      throw new IllegalArgumentException(
          "maintenance wants up to %d connections, but only %d are allowed"
              .formatted(wanted.max(), limits.maxConnections()));
    }
  }

  private static void requirePublic(AccessConfig access) {
    if (access.visitors() == Visitors.TRUSTED_ONLY) {
      throw new IllegalArgumentException(
          "a private node keeps its address to itself, and so has no beacon: drop one of the two");
    }
  }

  private static void requireDistinct(List<PeerAddress> peers) {
    Set<Point> seen = new HashSet<>();
    for (PeerAddress peer : peers) {
      if (!seen.add(peer.point())) {
        throw new IllegalArgumentException(peer.point() + " is to be dialled twice");
      }
    }
  }

  private static boolean isAmong(Point point, List<PeerAddress> peers) {
    return peers.stream().anyMatch(peer -> peer.point().equals(point));
  }
}
