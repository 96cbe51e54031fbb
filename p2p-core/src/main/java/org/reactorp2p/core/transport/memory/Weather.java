/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.time.Duration;
import org.reactorp2p.core.model.Point;

/**
 * What lies between the machines of a memory network. Everything that one end of a link does to the
 * other, be it bytes, room for more, an end, a reset or the very first packet, goes through the
 * weather, which decides when it arrives; so a line may become slow, or be cut and mended, while
 * links run over it.
 *
 * <p>Called on the network's loop. Bytes keep their order whatever the weather does; it may keep an
 * arrival for as long as it likes, and one that it never lets arrive is lost like a packet behind a
 * cut cable, so that the two ends of a link may disagree for ever.
 */
@FunctionalInterface
public interface Weather {

  /** Everything arrives in the next turn of the loop. */
  Weather CALM = (from, to, arrival) -> arrival.after(Duration.ZERO);

  /** Something goes on its way. */
  void carry(Point from, Point to, Arrival arrival);

  /** Something on its way. */
  interface Arrival {

    /**
     * Has it arrive so much later, in a turn of its own; zero for the next turn. To be called once.
     */
    void after(Duration delay);
  }
}
