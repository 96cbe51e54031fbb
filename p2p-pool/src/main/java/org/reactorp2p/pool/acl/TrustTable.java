/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/** Whom we trust, and where the trusted peers were seen last. */
final class TrustTable {

  private final Map<Point, Trustee.Place> places = new LinkedHashMap<>();
  private final Map<PeerId, Optional<InetAddress>> peers = new LinkedHashMap<>();
  private final int capacity;

  TrustTable(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds it, in place of one about the same point or peer.
   *
   * @throws ListFullException if there are as many as may be
   */
  void add(Trustee trustee) {
    boolean known =
        trustee instanceof Trustee.Place place
            ? places.containsKey(place.point())
            : peers.containsKey(((Trustee.Peer) trustee).id());
    if (!known && places.size() + peers.size() >= capacity) {
      throw new ListFullException("we trust " + capacity + " already: distrust some first");
    }
    if (trustee instanceof Trustee.Place place) {
      places.put(place.point(), place);
    } else {
      peers.putIfAbsent(((Trustee.Peer) trustee).id(), Optional.empty());
    }
  }

  /** Whether there was one about this point or peer. */
  boolean remove(Trustee trustee) {
    return trustee instanceof Trustee.Place place
        ? places.remove(place.point()) != null
        : peers.remove(((Trustee.Peer) trustee).id()) != null;
  }

  /** The peer is there now. */
  void sighted(PeerId peer, InetAddress at) {
    peers.replace(peer, Optional.of(at));
  }

  boolean includes(PeerId peer) {
    return peers.containsKey(peer);
  }

  /** Whether a peer is trusted because it is to be dialled there. */
  boolean includes(Point point, PeerId peer) {
    return place(point)
        .filter(place -> place.expected().map(peer::equals).orElse(true))
        .isPresent();
  }

  Optional<Trustee.Place> place(Point point) {
    return Optional.ofNullable(places.get(point));
  }

  /** Whether somebody we trust lives in this block, as far as we know. */
  boolean liveIn(AddressBlock block) {
    return Stream.concat(
            places.keySet().stream().map(Point::address),
            peers.values().stream().flatMap(Optional::stream))
        .anyMatch(block::contains);
  }

  List<Trustee> all() {
    List<Trustee> all = new ArrayList<>(places.values());
    peers.keySet().forEach(id -> all.add(Trustee.of(id)));
    return List.copyOf(all);
  }
}
