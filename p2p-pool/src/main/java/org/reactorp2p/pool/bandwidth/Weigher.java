/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.bandwidth;

import org.reactorp2p.core.model.PeerInfo;

/** How much of a limited bandwidth a connection gets, in proportion to the others. */
@FunctionalInterface
public interface Weigher {

  /** All alike. */
  Weigher EVEN = peer -> 1;

  /** The weight of the connection with this peer, above 0; called on the decisions' thread. */
  double weigh(PeerInfo peer);
}
