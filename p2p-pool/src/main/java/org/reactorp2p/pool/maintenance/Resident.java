/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.net.InetAddress;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * A peer with whom there is a connection.
 *
 * @param direction who dialled
 * @param trusted whether we trust it
 * @param privateNode whether it wants its address kept private
 * @param received messages of the application that it sent us
 * @param score what the application thinks of it
 */
public record Resident(
    PeerId peer,
    InetAddress address,
    Direction direction,
    boolean trusted,
    boolean privateNode,
    long received,
    double score) {

  boolean isOwn() {
    return direction == Direction.OUTBOUND;
  }

  Region region() {
    return Region.of(address);
  }
}
