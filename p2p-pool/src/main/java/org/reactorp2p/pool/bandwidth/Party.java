/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.bandwidth;

import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.transport.limit.LimitedLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/** One connection, and how it is weighed. Confined to the decisions' thread, but for its stat. */
final class Party {

  private static final Logger LOG = LoggerFactory.getLogger(Party.class);

  private static final double LEAST = 1e-3;
  private static final double MOST = 1e3;
  private static final double DEFAULT = 1;

  private final PeerInfo info;
  private final LimitedLink link;
  private double weight = DEFAULT;
  private boolean complained;

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

  void weigh(PeerScore score) {
    double next = ask(score);
    if (next != weight) {
      weight = next;
      link.weight(next);
    }
  }

  private double ask(PeerScore score) {
    double value;
    try {
      value = score.of(info);
    } catch (Throwable thrown) {
      Exceptions.throwIfJvmFatal(thrown);
      return complain("threw " + thrown);
    }
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      return complain("is " + value);
    }
    return Math.min(MOST, Math.max(LEAST, value));
  }

  /** Once per connection: a score that is wrong will be wrong every second. */
  private double complain(String what) {
    if (!complained) {
      complained = true;
      LOG.warn("the score of {} {}; it counts as {}", info.peerId(), what, DEFAULT);
    }
    return DEFAULT;
  }
}
