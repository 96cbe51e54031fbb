/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.Optional;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.admission.Occupancy;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.PassageTable;

/** Counts who holds a place at this moment. Confined to the decisions' thread. */
final class Census {

  private final Office office;

  Census(Office office) {
    this.office = office;
  }

  Occupancy occupancy() {
    PassageTable passages = office.passages();
    long missing = office.access().trusted().stream().filter(one -> !holdsPlace(one)).count();
    return new Occupancy(passages.held(), passages.heldFrom(), (int) missing);
  }

  private boolean holdsPlace(Trustee trustee) {
    return passageOf(trustee).flatMap(Passage::peer).isPresent();
  }

  private Optional<Passage> passageOf(Trustee trustee) {
    var passages = office.passages();
    return trustee instanceof Trustee.Place place
        ? place.expected().flatMap(passages::holder).or(() -> passages.holder(place.point()))
        : passages.holder(((Trustee.Peer) trustee).id());
  }
}
