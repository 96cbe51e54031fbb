/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.connect.Setback;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.Memory;
import org.reactorp2p.pool.peer.PassageTable;

/**
 * Finds what speaks against a peer that somebody offers, before we answer: looks, and changes
 * nothing. Confined to the decisions' thread.
 */
final class Inspector {

  private final PeerId self;
  private final Memory memory;
  private final PassageTable passages;
  private final Dialer<?> dialer;

  Inspector(PeerId self, Office office, Dialer<?> dialer) {
    this.self = self;
    this.memory = office.register().memory();
    this.passages = office.register().passages();
    this.dialer = dialer;
  }

  /** What speaks against it. */
  Optional<Disregard> objection(Offer offer) {
    Point point = offer.point();
    PeerId peer = offer.peer();
    if (peer.equals(self) || memory.ownPoints().contains(point)) {
      return Optional.of(Disregard.OURSELVES);
    }
    if (passages.holder(peer).isPresent() || passages.holder(point).isPresent()) {
      return Optional.of(Disregard.CONNECTED_ALREADY);
    }
    if (!memory.isTellable(point)) {
      return Optional.of(Disregard.IMPLAUSIBLE);
    }
    if (whoWasAt(point).filter(known -> !known.equals(peer)).isPresent()) {
      return Optional.of(Disregard.CONTRADICTED);
    }
    return dialer.objection(offer.address()).map(Inspector::inOurWords);
  }

  /** Who is expected there, or was met there last. */
  private Optional<PeerId> whoWasAt(Point point) {
    Optional<KnownPoint> known = memory.known(point);
    return known
        .flatMap(KnownPoint::expected)
        .or(() -> known.flatMap(one -> one.contacts().lastMeeting()).map(Meeting::with));
  }

  private static Disregard inOurWords(Setback setback) {
    return setback instanceof Setback.NoPlace ? Disregard.NO_PLACE : Disregard.BARRED;
  }
}
