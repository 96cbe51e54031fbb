/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Whom we would give away: peers that others can dial and may hear of, that we do not trust, and
 * that are not guarded. Pure.
 *
 * @param turnover how many are guarded, and how many may have been brought by swaps
 * @param lineage who was
 * @param mayGo whether the lists let a peer go, and others hear of where it is
 */
record Gifts(Turnover turnover, Lineage lineage, Predicate<PeerInfo> mayGo) {

  /**
   * All of them.
   *
   * @param running who is connected, the longest running first
   * @param partner who gets it, and so is none
   */
  List<PeerInfo> of(List<PeerInfo> running, PeerId partner) {
    Set<PeerId> guarded =
        running.stream()
            .filter(info -> info.direction() == Direction.OUTBOUND)
            .filter(info -> !lineage.wasBrought(info.peerId()))
            .limit(turnover.guardedOf(running.size()))
            .map(PeerInfo::peerId)
            .collect(Collectors.toSet());
    boolean onlyBrought = lineage.isFull(running.size());
    return running.stream()
        .filter(info -> !info.peerId().equals(partner) && !guarded.contains(info.peerId()))
        .filter(info -> !info.metadata().privateNode() && info.idPoint().point().isPresent())
        .filter(info -> !onlyBrought || lineage.wasBrought(info.peerId()))
        .filter(mayGo)
        .toList();
  }
}
