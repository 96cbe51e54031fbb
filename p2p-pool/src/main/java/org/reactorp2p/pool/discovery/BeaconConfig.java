/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import java.net.Inet4Address;
import org.reactorp2p.core.model.Point;

/**
 * Where the beacon calls, and what becomes of those who are found.
 *
 * @param to a broadcast address, IPv4, and the port on which all of that network call and listen
 * @param found whether those who are found are trusted
 */
public record BeaconConfig(Point to, Found found) {

  /** What becomes of peers that are found. */
  public enum Found {
    /** They are strangers like all others. */
    STRANGER,
    /**
     * They are trusted from the first connection on, under the id that they called out. For
     * laboratories: whoever can send a datagram here can have itself trusted.
     */
    TRUSTED
  }

  /** The original's port. */
  public static final int PORT = 10732;

  /** To everybody on the local network, on the original's port, trusting nobody. */
  public static final BeaconConfig DEFAULT =
      new BeaconConfig(Point.parse("255.255.255.255:" + PORT), Found.STRANGER);

  /** Refuses IPv6, which has no broadcast, and port 0. */
  public BeaconConfig {
    if (!(to.address() instanceof Inet4Address) || to.port() == 0) {
      throw new IllegalArgumentException(
          "a beacon needs an IPv4 broadcast address and a port, such as 255.255.255.255:10732, not "
              + to);
    }
  }

  /** The same, calling there. */
  public BeaconConfig withTo(Point other) {
    return new BeaconConfig(other, found);
  }

  /** The same, trusting those who are found or not. */
  public BeaconConfig withFound(Found other) {
    return new BeaconConfig(to, other);
  }
}
