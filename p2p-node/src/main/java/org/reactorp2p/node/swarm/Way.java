/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.pool.bandwidth.BandwidthStat;
import org.reactorp2p.scheduler.ByteRate;
import org.reactorp2p.scheduler.FlowStat;

/** Out of a node, or into it. */
enum Way {
  UP {
    @Override
    ByteRate limit(BandwidthLimits limits) {
      return limits.upload();
    }

    @Override
    FlowStat flow(BandwidthStat stat) {
      return stat.upload();
    }

    @Override
    boolean wants(FlowStat flow, ConnectionStat connection) {
      return flow.waiting() > 0 || connection.outboxQueued() > 0;
    }
  },

  DOWN {
    @Override
    ByteRate limit(BandwidthLimits limits) {
      return limits.download();
    }

    @Override
    FlowStat flow(BandwidthStat stat) {
      return stat.download();
    }

    /** What waits at the other side cannot be seen from here. */
    @Override
    boolean wants(FlowStat flow, ConnectionStat connection) {
      return flow.waiting() > 0;
    }
  };

  /** The limit on this way. */
  abstract ByteRate limit(BandwidthLimits limits);

  /** What flowed this way. */
  abstract FlowStat flow(BandwidthStat stat);

  /** Whether more is ready for a peer than has passed. */
  abstract boolean wants(FlowStat flow, ConnectionStat connection);
}
