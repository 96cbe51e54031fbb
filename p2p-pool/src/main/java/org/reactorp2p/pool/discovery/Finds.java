/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.discovery.BeaconConfig.Found;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * What becomes of those whom a beacon hears: a point that is known, and no more, until somebody
 * there proves to be who called. Confined to the decisions' thread.
 */
public final class Finds {

  /**
   * Of so many calls, the last ones, it is remembered who was named, if those are to be trusted.
   */
  private static final int CAPACITY = 64;

  private final Office office;
  private final Found found;
  private final Consumer<Trustee> trust;
  private final Map<Point, PeerId> named = new LinkedHashMap<>();

  /**
   * @param trust has somebody trusted from now on
   */
  public Finds(Office office, Found found, Consumer<Trustee> trust) {
    this.office = office;
    this.found = found;
    this.trust = trust;
  }

  /** Somebody at that point, or somebody else in its name, calls itself that. */
  void heard(Point point, PeerId name) {
    if (office.register().memory().found(point)) {
      office.events().emit(new P2pEvent.PeerDiscovered(point, name));
    }
    if (found == Found.TRUSTED) {
      named.remove(point);
      named.put(point, name);
      if (named.size() > CAPACITY) {
        named.remove(named.keySet().iterator().next());
      }
    }
  }

  /** Somebody is connected, and so has proved who it is. */
  public void met(PeerInfo peer) {
    Optional<Point> point = peer.idPoint().point();
    point
        .filter(at -> peer.peerId().equals(named.get(at)))
        .ifPresent(at -> trust.accept(new Trustee.Place(at, Optional.of(peer.peerId()))));
  }
}
