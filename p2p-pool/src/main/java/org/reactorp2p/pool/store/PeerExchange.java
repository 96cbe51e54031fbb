/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.MemorySnapshot;
import org.reactorp2p.pool.peer.Remembered;
import org.reactorp2p.pool.peer.Source;

/** Between the content of our book and Octez's list of peers. Pure. */
public final class PeerExchange {

  private PeerExchange() {}

  /** The peers of the book, as Octez would list them. */
  public static List<OctezPeer> toOctez(PeerBookContent book) {
    Set<Trustee> trusted = new HashSet<>(book.access().trusted());
    return book.memory().peers().stream()
        .map(peer -> new OctezPeer(peer, trusted.contains(Trustee.of(peer.known().id()))))
        .toList();
  }

  /**
   * Adds Octez's peers to the book, as Octez takes them at its start: each peer is known, and where
   * it was last seen as well, if it listened there, which is a claim until we have been there. Of
   * whom the book has already, nothing changes but that trust is added.
   */
  public static PeerBookContent add(PeerBookContent book, List<OctezPeer> peers, Instant now) {
    Map<PeerId, Remembered<KnownPeer, IdPoint>> known = new LinkedHashMap<>();
    book.memory().peers().forEach(peer -> known.put(peer.known().id(), peer));
    Map<Point, Remembered<KnownPoint, PeerId>> points = new LinkedHashMap<>();
    book.memory().points().forEach(point -> points.put(point.known().point(), point));
    List<Trustee> trusted = new ArrayList<>(book.access().trusted());
    Set<Trustee> before = new HashSet<>(trusted);
    for (OctezPeer peer : peers) {
      PeerId id = peer.peer().known().id();
      known.putIfAbsent(id, peer.peer());
      lastSeen(peer).ifPresent(at -> points.putIfAbsent(at, claim(at, now)));
      if (peer.trusted() && before.add(Trustee.of(id))) {
        trusted.add(Trustee.of(id));
      }
    }
    return new PeerBookContent(
        new MemorySnapshot(List.copyOf(points.values()), List.copyOf(known.values())),
        new AccessSnapshot(book.access().bans(), trusted, book.access().greylist()));
  }

  private static Optional<Point> lastSeen(OctezPeer peer) {
    return peer.peer().known().reachableAt().flatMap(IdPoint::point);
  }

  private static Remembered<KnownPoint, PeerId> claim(Point at, Instant now) {
    return new Remembered<>(KnownPoint.fresh(at, Source.imported(), now), List.of());
  }
}
