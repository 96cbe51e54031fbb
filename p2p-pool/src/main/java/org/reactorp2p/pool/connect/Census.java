/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.admission.Occupancy;
import org.reactorp2p.pool.peer.Passage;

/** Counts who holds a place at this moment. Confined to the decisions' thread. */
final class Census {

  private final Office office;

  Census(Office office) {
    this.office = office;
  }

  Occupancy occupancy() {
    List<InetAddress> held =
        office.passages().held().stream().map(passage -> passage.remote().address()).toList();
    long missing = office.access().trusted().stream().filter(one -> !holdsPlace(one)).count();
    return new Occupancy(held, (int) missing);
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
