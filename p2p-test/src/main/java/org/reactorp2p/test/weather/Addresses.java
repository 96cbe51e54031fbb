/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.weather;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.test.scenario.Nodes;

/** Where the nodes live: public addresses, each in a /16 of its own while there are enough. */
public final class Addresses {

  private static final int PORT = 9732;
  private static final int FIRST = 32;
  private static final int HIGHEST_BYTES = 32;
  private static final int BYTE = 256;
  private static final int LAST_BYTES = 251;

  private Addresses() {}

  /** The address of the node with this number. */
  public static InetAddress of(int number) {
    if (number < 0 || number >= Nodes.MOST) {
      throw new IllegalArgumentException("nodes have numbers from 0, not " + number);
    }
    byte[] bytes = {
      (byte) (FIRST + number % HIGHEST_BYTES),
      (byte) (number / HIGHEST_BYTES % BYTE),
      (byte) (number / (HIGHEST_BYTES * BYTE)),
      (byte) (1 + number % LAST_BYTES) // so that no hash table finds them all alike
    };
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Where it listens. */
  public static Point point(int number) {
    return new Point(of(number), PORT);
  }

  /** Whose address that is, if it is one of {@link #of}'s. */
  public static int number(InetAddress address) {
    byte[] bytes = address.getAddress();
    return Byte.toUnsignedInt(bytes[0])
        - FIRST
        + HIGHEST_BYTES * (Byte.toUnsignedInt(bytes[1]) + BYTE * Byte.toUnsignedInt(bytes[2]));
  }
}
