/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Where somebody is to be dialled, and who must answer there, if that is known.
 *
 * @param point its port is not 0
 * @param expected any other peer that answers is hung up on
 */
public record PeerAddress(Point point, Optional<PeerId> expected) {

  /** Refuses port 0, where nobody can be dialled. */
  public PeerAddress {
    if (point.port() == 0) {
      throw new IllegalArgumentException("nobody can be dialled at port 0, as in " + point);
    }
  }

  /** Whoever answers there. */
  public static PeerAddress of(Point point) {
    return new PeerAddress(point, Optional.empty());
  }

  /** This peer and no other. */
  public static PeerAddress of(Point point, PeerId expected) {
    return new PeerAddress(point, Optional.of(expected));
  }

  /**
   * Reads {@code address:port} or {@code address:port#id}, with a numeric address.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static PeerAddress parse(String text) {
    int hash = text.indexOf('#');
    return hash < 0
        ? of(Point.parse(text))
        : of(Point.parse(text.substring(0, hash)), PeerId.parse(text.substring(hash + 1)));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return expected.map(id -> point + "#" + id).orElseGet(point::toString);
  }
}
