/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.node.swarm.Contention.Seen;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.scheduler.ByteRate;
import org.reactorp2p.scheduler.FlowStat;

/**
 * Watches what flows through one node one way, against its limit. Looks are taken by one thread at
 * a time.
 */
final class FlowWatch {

  private final P2pNetwork<?, ?, ?> network;
  private final Way way;
  private final ByteRate limit;
  private final LongSupplier nanoTime;
  private final LimitCheck check;
  private final Contention<PeerId> contention = new Contention<>();

  private boolean wantedBefore;
  private long bytesBefore;
  private long nanosBefore;
  private long firstLook = Long.MIN_VALUE;
  private long busyBytes;
  private long busyNanos;

  FlowWatch(P2pNetwork<?, ?, ?> network, Way way, LongSupplier nanoTime) {
    this.network = network;
    this.way = way;
    this.limit = way.limit(network.bandwidth().limits());
    this.nanoTime = nanoTime;
    this.check = new LimitCheck(limit);
  }

  /** Looks at everything, if there is a limit. */
  void look() {
    if (!limit.isUnlimited()) {
      long before = nanoTime.getAsLong();
      long bytes = way.flow(network.bandwidth().stat()).totalBytes();
      long after = nanoTime.getAsLong();
      Map<PeerId, Seen> peers = peers();
      check.look(bytes, before, after);
      count(bytes, before, peers.values().stream().anyMatch(Seen::wants));
      contention.look(peers);
    }
  }

  private void count(long bytes, long now, boolean wanted) {
    if (firstLook == Long.MIN_VALUE) {
      firstLook = now;
    }
    if (wanted || wantedBefore) { // what waits between two looks was ready at one of them
      busyBytes += bytes - bytesBefore;
      busyNanos += now - nanosBefore;
    }
    wantedBefore = wanted;
    bytesBefore = bytes;
    nanosBefore = now;
  }

  private Map<PeerId, Seen> peers() {
    Map<PeerId, Seen> peers = new HashMap<>();
    network.connections().forEach(connection -> see(connection, peers));
    return peers;
  }

  private void see(PeerConnection<?> connection, Map<PeerId, Seen> peers) {
    PeerId peer = connection.info().peerId();
    network
        .bandwidth()
        .stat(peer)
        .ifPresent(
            stat -> {
              FlowStat flow = way.flow(stat);
              boolean wants = way.wants(flow, connection.stat());
              peers.put(peer, new Seen(flow.totalBytes(), wants));
            });
  }

  /** What was seen so far. */
  FlowResult result() {
    return new FlowResult(
        limit,
        bytesBefore,
        nanosBefore - firstLook,
        busyBytes,
        busyNanos,
        check.excess(),
        contention.fairness());
  }
}
