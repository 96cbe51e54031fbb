/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a connected peer may be reached back: its address, and its port if it announced one.
 *
 * @param address numeric address, normalised as in {@link Point}
 * @param port 1 to 65,535, or empty if the peer does not listen
 */
public record IdPoint(InetAddress address, OptionalInt port) {

  public IdPoint {
    if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > Point.MAX_PORT)) {
      throw new IllegalArgumentException("an announced port is within 1 to 65535");
    }
    address = Point.bare(address.getAddress());
  }

  /** The point to dial, if there is one. */
  public Optional<Point> point() {
    return port.isPresent() ? Optional.of(new Point(address, port.getAsInt())) : Optional.empty();
  }

  /** Like a point; without a port the address alone. */
  @Override
  public String toString() {
    var out = new StringBuilder();
    Point.append(out, address);
    port.ifPresent(value -> out.append(':').append(value));
    return out.toString();
  }
}
