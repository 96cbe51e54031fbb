/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.time.Duration;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;

/**
 * What a swarm is to do.
 *
 * @param nodes how many, at least 2
 * @param shape who dials whom
 * @param file what every node broadcasts
 * @param pieceSize bytes per message
 * @param bandwidth what each node may send and receive
 * @param limit the time for all of it
 */
record SwarmPlan(
    int nodes, Shape shape, byte[] file, int pieceSize, BandwidthLimits bandwidth, Duration limit) {

  /** Nodes that a broadcast shall reach. */
  int others() {
    return nodes - 1;
  }

  /** Connections that there shall be. */
  int connections() {
    return shape.connections(nodes);
  }

  /** Bytes that come in at all nodes together, each piece counted once per node. */
  long bytesPerBroadcast() {
    return (long) file.length * others();
  }

  /** Whether any limit is set. */
  boolean isLimited() {
    return !bandwidth.equals(BandwidthLimits.UNLIMITED);
  }

  @Override
  public String toString() {
    return "SwarmPlan(" + nodes + " nodes, " + file.length + " bytes)";
  }
}
