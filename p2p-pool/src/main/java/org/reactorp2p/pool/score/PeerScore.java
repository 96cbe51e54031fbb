/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.score;

import java.util.function.ToDoubleFunction;
import org.reactorp2p.core.model.PeerInfo;

/**
 * What a peer is worth to us. Of a bandwidth that is limited, its connection gets a part in
 * proportion to its score, both ways; and it speaks for a peer when some must go, or some are to be
 * dialled.
 *
 * <p>Asked when a connection begins to run, every second from then on while bandwidth is limited,
 * and by {@link org.reactorp2p.pool.bandwidth.Bandwidth#reweigh}. Called on the thread that
 * decides, so it must be quick and never block. One that throws, or is negative, infinite or not a
 * number, counts as {@link Score#EVEN}, and is logged.
 */
@FunctionalInterface
public interface PeerScore {

  /** All alike. */
  PeerScore EQUAL = peer -> Score.EVEN;

  /** By what was seen of it: the default. */
  PeerScore OBSERVED = new ObservedScore();

  /** The score of one peer, relative to those of others. */
  Score of(Dossier peer);

  /** By its connection alone; one that is not connected counts as 1. */
  static PeerScore ofConnected(ToDoubleFunction<PeerInfo> value) {
    return peer ->
        peer.connected()
            .map(info -> Score.of("application", 1, value.applyAsDouble(info)))
            .orElse(Score.EVEN);
  }
}
