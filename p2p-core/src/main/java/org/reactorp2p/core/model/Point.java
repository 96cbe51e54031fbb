/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * An IP address and a TCP port. No name, no zone: an IPv4-mapped IPv6 address is the IPv4 address
 * it stands for, and a host name or scope that came along with the address is forgotten. Never asks
 * a name service.
 *
 * @param address numeric address
 * @param port 0 to 65,535; 0 is legal on the wire, though nobody can be dialled there
 */
public record Point(InetAddress address, int port) {

  /** Greatest port. */
  public static final int MAX_PORT = 65_535;

  private static final int MAX_TEXT = 128;

  public Point {
    requirePort(port);
    address = bare(address.getAddress());
  }

  /**
   * The point a resolved socket address names.
   *
   * @throws IllegalArgumentException if the address is unresolved
   */
  public static Point of(InetSocketAddress address) {
    InetAddress numeric = address.getAddress();
    if (numeric == null) {
      throw new IllegalArgumentException("an unresolved address is no point");
    }
    return new Point(numeric, address.getPort());
  }

  /**
   * Reads {@code a.b.c.d:port}, {@code [v6]:port} or {@code [a.b.c.d]:port}, as liberally as Octez
   * does: either case, leading zeros in the port and in IPv6 groups. Host names, zones, white space
   * and octets with a leading zero are refused.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static Point parse(String text) {
    try {
      if (text.length() > MAX_TEXT) {
        throw new IllegalArgumentException("the text is too long");
      }
      int colon = text.lastIndexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("the port is missing");
      }
      byte[] address = parseAddress(text.substring(0, colon));
      return new Point(bare(address), parsePort(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + EscapedText.of(text, 60) + "' is not a numeric address and port: " + e.getMessage(),
          e);
    }
  }

  private static byte[] parseAddress(String text) {
    boolean bracketed = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
    if (!bracketed) {
      return Ipv4Text.parse(text);
    }
    String inner = text.substring(1, text.length() - 1);
    return inner.indexOf(':') < 0 ? Ipv4Text.parse(inner) : Ipv6Text.parse(inner);
  }

  private static int parsePort(String digits) {
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("the port is missing");
    }
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("a port has digits only");
      }
      port = port * 10 + (c - '0');
      requirePort(port);
    }
    return port;
  }

  private static void requirePort(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is within 0 to 65535");
    }
  }

  /** The address alone; a mapped one comes out as IPv4, as the JDK does it. */
  static InetAddress bare(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 octets", e);
    }
  }

  /** The same as a socket address, resolved. */
  public InetSocketAddress toSocketAddress() {
    return new InetSocketAddress(address, port);
  }

  /** The canonical text, which is also what the wire carries: at most 47 characters. */
  @Override
  public String toString() {
    var out = new StringBuilder();
    append(out, address);
    return out.append(':').append(port).toString();
  }

  static void append(StringBuilder out, InetAddress address) {
    if (address instanceof Inet4Address) {
      Ipv4Text.append(out, address.getAddress());
    } else {
      out.append('[');
      Ipv6Text.append(out, address.getAddress());
      out.append(']');
    }
  }
}
