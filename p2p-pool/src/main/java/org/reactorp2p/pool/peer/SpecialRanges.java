/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.net.InetAddress;
import org.reactorp2p.core.model.Point;

/**
 * What becomes of points that others claim, or that are to be told to others, and that do not lie
 * on the public Internet: in private networks, on the loopback, in ranges for documentation, at
 * multicast addresses and the like. Who names such a point may want us to knock at our neighbours'
 * doors. No name service is ever asked.
 */
public enum SpecialRanges {

  /** Neither believed nor told; and no claimed point at one of the ports of well-known services. */
  REFUSED {
    @Override
    public boolean admits(Point point) {
      return point.port() > LAST_WELL_KNOWN_PORT && isGlobal(point.address());
    }
  },

  /** Believed and told as all others, for networks that live there: laboratories, tests. */
  ALLOWED {
    @Override
    public boolean admits(Point point) {
      InetAddress address = point.address();
      return point.port() != 0 && !address.isAnyLocalAddress() && !address.isMulticastAddress();
    }
  };

  private static final int LAST_WELL_KNOWN_PORT = 1023;

  /** Whether a point that somebody claims may be kept, or told to somebody. */
  public abstract boolean admits(Point point);

  private static boolean isGlobal(InetAddress address) {
    byte[] octets = address.getAddress();
    return octets.length == 4 ? isGlobalV4(octets) : isGlobalV6(octets);
  }

  // The special-purpose registries of IANA, of RFC 6890 and later ones, as far as nobody can be
  // reached there from everywhere.
  private static boolean isGlobalV4(byte[] octets) {
    int a = octets[0] & 0xff;
    int b = octets[1] & 0xff;
    int c = octets[2] & 0xff;
    return switch (a) {
      case 0, 10, 127 -> false;
      case 100 -> (b & 0xc0) != 64; // 100.64/10, shared by carriers
      case 169 -> b != 254; // link-local
      case 172 -> (b & 0xf0) != 16; // 172.16/12, private
      case 192 -> !(b == 168 || b == 0 && (c == 0 || c == 2) || b == 88 && c == 99);
      case 198 -> !((b & 0xfe) == 18 || b == 51 && c == 100); // measurements; documentation
      case 203 -> !(b == 0 && c == 113); // documentation
      default -> a < 224; // multicast, reserved, broadcast
    };
  }

  private static boolean isGlobalV6(byte[] octets) {
    int first = (octets[0] & 0xff) << 8 | octets[1] & 0xff;
    int second = (octets[2] & 0xff) << 8 | octets[3] & 0xff;
    if ((first & 0xe000) != 0x2000) {
      return false; // outside of 2000::/3: loopback, mapped, fc00::/7, fe80::/10, ff00::/8, …
    }
    if (first == 0x2001) {
      return second >= 0x0200 && second != 0x0db8; // Teredo and other protocols; documentation
    }
    // 6to4 wraps an IPv4 address, of which anybody may choose a special one; documentation.
    return first != 0x2002 && !(first == 0x3fff && second < 0x1000);
  }
}
