/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.List;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;

/** What becomes of a peer that proved who it is. */
public sealed interface Decision {

  /** We send Ack and wait for the peer's answer. */
  record Admit() implements Decision {}

  /**
   * We send Nack and close. A peer that announced version 0 of the protocol is told neither motive
   * nor points.
   *
   * @param motive what it is told
   * @param points others it may try, at most {@value #MAX_POINTS}
   */
  record Refuse(NackMotive motive, List<Point> points) implements Decision {
    public Refuse {
      points = List.copyOf(points);
      if (points.size() > MAX_POINTS) {
        throw new IllegalArgumentException(
            "a Nack carries at most " + MAX_POINTS + " points, not " + points.size());
      }
    }
  }

  /** We close without a word. */
  record Drop(Objection objection) implements Decision {}

  /** How many points fit in a Nack: the reference, section 2.9. */
  int MAX_POINTS = 100;
}
