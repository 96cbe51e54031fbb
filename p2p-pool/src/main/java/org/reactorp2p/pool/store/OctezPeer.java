/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.Remembered;

/**
 * A peer as an Octez node remembers it.
 *
 * @param peer with its history
 * @param trusted whether the node trusted it
 */
public record OctezPeer(Remembered<KnownPeer, IdPoint> peer, boolean trusted) {}
