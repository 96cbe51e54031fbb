/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/** Whom we trust. */
public sealed interface Trustee {

  /**
   * Whoever is to be dialled there. An incoming peer only claims that it could be: whoever shares
   * the address can claim it too. So name the id, if it is known.
   *
   * @param point its port is not 0
   * @param expected if there, only this peer is trusted because of the point, and any other one
   *     found there is hung up on
   */
  record Place(Point point, Optional<PeerId> expected) implements Trustee {
    public Place {
      if (point.port() == 0) {
        throw new IllegalArgumentException("nobody can be trusted at port 0, as in " + point);
      }
    }

    @Override
    public String toString() {
      return expected.map(id -> point + "#" + id).orElseGet(point::toString);
    }
  }

  /** Whoever proves to be this peer, wherever it is. */
  record Peer(PeerId id) implements Trustee {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** This peer. */
  static Trustee of(PeerId peer) {
    return new Peer(peer);
  }

  /** Whoever is there. */
  static Trustee of(Point point) {
    return new Place(point, Optional.empty());
  }

  /**
   * Reads a peer id, {@code address:port}, or {@code address:port#id}.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  static Trustee parse(String text) {
    if (text.startsWith("id")) {
      return of(PeerId.parse(text));
    }
    int hash = text.indexOf('#');
    return hash < 0
        ? of(Point.parse(text))
        : new Place(
            Point.parse(text.substring(0, hash)),
            Optional.of(PeerId.parse(text.substring(hash + 1))));
  }
}
