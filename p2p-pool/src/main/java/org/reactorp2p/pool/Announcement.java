/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Optional;
import java.util.OptionalInt;
import org.reactorp2p.core.model.Point;

/** Which port we tell others to dial us at. */
public sealed interface Announcement {

  /** The one we listen on, as it was really taken; none if we do not listen. */
  record ListeningPort() implements Announcement {
    @Override
    public OptionalInt port(Optional<Point> listening) {
      return listening.map(at -> OptionalInt.of(at.port())).orElseGet(OptionalInt::empty);
    }
  }

  /**
   * This one, because something in between maps it to ours.
   *
   * @param number 1 to 65,535
   */
  record Port(int number) implements Announcement {
    public Port {
      if (number < 1 || number > Point.MAX_PORT) {
        throw new IllegalArgumentException("an announced port is within 1 to 65535, not " + number);
      }
    }

    @Override
    public OptionalInt port(Optional<Point> listening) {
      return OptionalInt.of(number);
    }
  }

  /** None: others learn where we are, and not how to come back. */
  record Nothing() implements Announcement {
    @Override
    public OptionalInt port(Optional<Point> listening) {
      return OptionalInt.empty();
    }
  }

  /**
   * The port to announce.
   *
   * @param listening where we listen, if we do
   */
  OptionalInt port(Optional<Point> listening);
}
