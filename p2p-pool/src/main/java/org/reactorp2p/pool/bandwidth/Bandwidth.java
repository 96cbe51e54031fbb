/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.bandwidth;

import java.util.Optional;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * The bandwidth of a network, to be looked at and changed while it runs. All methods may be called
 * from any thread.
 */
public interface Bandwidth {

  /** The limits as they are. */
  BandwidthLimits limits();

  /** Other limits from now on. What is owed stays owed; nothing is lost. */
  void limits(BandwidthLimits other);

  /** What has flowed through all connections, past ones and handshakes included. */
  BandwidthStat stat();

  /** The same of the connection with this peer, if it runs. */
  Optional<BandwidthStat> stat(PeerId peer);

  /** Asks for the score of every peer soon, and not only when the second is over. */
  void reweigh();
}
