/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.AddressBlock;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.exchange.TokenBucket;

/**
 * Remembers who brought whom by a swap, for as long as the one that was brought is connected.
 * Confined to the decisions' thread.
 */
final class Lineage {

  private final Turnover limits;
  private final Map<PeerId, Subject> broughtBy = new HashMap<>();
  // Only those that have spent a token lately: at most a swap's worth per linger.
  private final Map<Subject, TokenBucket> paces = new HashMap<>();

  Lineage(Turnover limits) {
    this.limits = limits;
  }

  /** Forgets whoever is connected no more, and tokens that are back. */
  void retain(Collection<PeerId> connected, Instant now) {
    broughtBy.keySet().retainAll(connected);
    paces.values().removeIf(pace -> pace.isFull(now));
  }

  /** Whether this one was brought. */
  boolean wasBrought(PeerId peer) {
    return broughtBy.containsKey(peer);
  }

  /** Whether so many were brought that another may only take the place of one of them. */
  boolean isFull(int connections) {
    return broughtBy.size() >= limits.mostOfAll(connections);
  }

  /** Whether this one may bring another now, itself or as one that was brought. */
  boolean mayBring(PeerInfo partner, int connections, Instant now) {
    Subject answerable = answerableFor(partner);
    long brought = broughtBy.values().stream().filter(answerable::equals).count();
    TokenBucket pace = paces.get(answerable);
    return brought < limits.mostOfOne(connections) && (pace == null || pace.hasOne(now));
  }

  /** We agreed to a swap with this one, whatever comes of it. */
  void agreed(PeerInfo partner, Instant now) {
    paces
        .computeIfAbsent(answerableFor(partner), first -> new TokenBucket(limits.pace()))
        .take(now);
  }

  /** This partner brought that one. */
  void brought(PeerInfo partner, PeerId newcomer) {
    broughtBy.put(newcomer, answerableFor(partner));
  }

  private Subject answerableFor(PeerInfo peer) {
    Subject by = broughtBy.get(peer.peerId());
    return by == null ? home(peer) : by;
  }

  private static Subject home(PeerInfo peer) {
    InetAddress address = peer.remote().address();
    return address.isLoopbackAddress()
        ? Subject.of(peer.peerId())
        : new Subject.Addresses(AddressBlock.household(address));
  }
}
