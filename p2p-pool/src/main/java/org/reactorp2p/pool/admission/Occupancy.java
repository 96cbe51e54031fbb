/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import java.net.InetAddress;
import java.util.List;

/**
 * Who holds a place.
 *
 * @param held where each peer comes from that we hold, candidates that wait for their verdict not
 *     included
 * @param missing how many of those we trust hold no place
 */
public record Occupancy(List<InetAddress> held, int missing) {

  public Occupancy {
    held = List.copyOf(held);
  }

  int count() {
    return held.size();
  }
}
