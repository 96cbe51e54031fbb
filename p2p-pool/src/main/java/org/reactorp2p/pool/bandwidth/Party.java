/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.bandwidth;

import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.transport.limit.LimitedLink;

/** One connection, and how it is weighed. Confined to the decisions' thread, but for its stat. */
final class Party {

  private final PeerInfo info;
  private final LimitedLink link;
  private double weight = 1;

  Party(PeerInfo info, LimitedLink link) {
    this.info = info;
    this.link = link;
  }

  boolean isFor(LimitedLink other) {
    return link == other;
  }

  BandwidthStat stat() {
    return new BandwidthStat(link.uploaded(), link.downloaded());
  }

  void weigh(Weigher weigher) {
    double next = weigher.weigh(info);
    if (next != weight) {
      weight = next;
      link.weight(next);
    }
  }
}
