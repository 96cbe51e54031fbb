/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.bandwidth;

import org.reactorp2p.core.model.PeerInfo;

/**
 * What a peer is worth to us: of a bandwidth that is limited, its connection gets a part in
 * proportion to its score, both ways.
 *
 * <p>Asked when a connection begins to run, every second from then on, and by {@link
 * Bandwidth#reweigh}; until then it counts as 1. Called on the thread that decides, so it must be
 * quick and never block.
 */
@FunctionalInterface
public interface PeerScore {

  /** All alike, the default. */
  PeerScore EQUAL = peer -> 1;

  /**
   * The score of one peer, relative to those of others.
   *
   * @return from 0.001 to 1,000; what lies outside counts as the nearest of them. A score that is
   *     negative, infinite or not a number, or an exception, counts as 1 and is logged
   */
  double of(PeerInfo peer);
}
