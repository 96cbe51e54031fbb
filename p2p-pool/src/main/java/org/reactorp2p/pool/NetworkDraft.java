/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.connection.ConnectionConfig;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.pool.discovery.BeaconConfig;
import org.reactorp2p.pool.exchange.ExchangeConfig;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.Backoff;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.swap.SwapConfig;

/**
 * A {@link NetworkConfig} of which one component is being replaced. Lives as long as that takes, so
 * that a component is spelled out here and not once in every {@code with} of the record.
 */
final class NetworkDraft {

  Optional<Point> listen;
  Announcement announcement;
  List<PeerAddress> peers;
  HandshakeConfig handshake;
  WireLimits wire;
  ConnectionConfig connection;
  ConnectionLimits limits;
  AccessConfig access;
  BandwidthLimits bandwidth;
  MemoryConfig memory;
  ExchangeConfig exchange;
  SwapConfig swap;
  Optional<BeaconConfig> beacon;
  Backoff redial;
  MaintenanceConfig maintenance;
  long assemblyBudget;
  Duration drainLimit;

  NetworkDraft(NetworkConfig from) {
    listen = from.listen();
    announcement = from.announcement();
    peers = from.peers();
    handshake = from.handshake();
    wire = from.wire();
    connection = from.connection();
    limits = from.limits();
    access = from.access();
    bandwidth = from.bandwidth();
    memory = from.memory();
    exchange = from.exchange();
    swap = from.swap();
    beacon = from.beacon();
    redial = from.redial();
    maintenance = from.maintenance();
    assemblyBudget = from.assemblyBudget();
    drainLimit = from.drainLimit();
  }

  /** The configuration, checked as every one is. */
  NetworkConfig finished() {
    return new NetworkConfig(
        listen,
        announcement,
        peers,
        handshake,
        wire,
        connection,
        limits,
        access,
        bandwidth,
        memory,
        exchange,
        swap,
        beacon,
        redial,
        maintenance,
        assemblyBudget,
        drainLimit);
  }
}
