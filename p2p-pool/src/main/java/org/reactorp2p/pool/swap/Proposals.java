/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Our proposals of the last time. One answers each; a second answer, a late one, and one over
 * another connection are none. As many as we proposed in that time. Confined to the decisions'
 * thread.
 *
 * @param <M> the application's messages
 */
final class Proposals<M> {

  /** What was offered, until it is answered. */
  private record Proposal<M>(PeerConnection<M> to, Instant at, Optional<PeerId> offered) {
    Proposal<M> answered() {
      return new Proposal<>(to, at, Optional.empty());
    }
  }

  private final Duration validity;
  private final Map<PeerConnection<M>, Proposal<M>> proposals = new HashMap<>();

  Proposals(Duration validity) {
    this.validity = validity;
  }

  /** Whether something was proposed on this connection lately, answered or not. */
  boolean hasAsked(PeerConnection<M> to, Instant now) {
    expire(now);
    return proposals.containsKey(to);
  }

  /** We offer that peer. */
  void opened(PeerConnection<M> to, PeerId offered, Instant now) {
    proposals.put(to, new Proposal<>(to, now, Optional.of(offered)));
  }

  /** An answer came: which peer we offered for it, if we are still waiting for one. */
  Optional<PeerId> answered(PeerConnection<M> from, Instant now) {
    expire(now);
    Optional<PeerId> offered = Optional.ofNullable(proposals.get(from)).flatMap(Proposal::offered);
    proposals.computeIfPresent(from, (same, proposal) -> proposal.answered());
    return offered;
  }

  private void expire(Instant now) {
    proposals.values().removeIf(one -> one.at().plus(validity).isBefore(now));
  }
}
