/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import java.net.InetAddress;

/**
 * The text of an IP address that stands alone, without a port: no name, no zone. Never asks a name
 * service.
 */
public final class NumericAddress {

  private static final int MAX_TEXT = 64;

  private NumericAddress() {}

  /**
   * Reads an IPv4 address in dots or an IPv6 address, with or without brackets. An IPv4-mapped one
   * is the IPv4 address it stands for.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static InetAddress parse(String text) {
    try {
      if (text.length() > MAX_TEXT) {
        throw new IllegalArgumentException("the text is too long");
      }
      boolean bracketed = text.startsWith("[") && text.endsWith("]");
      String bare = bracketed ? text.substring(1, text.length() - 1) : text;
      return Point.bare(bare.indexOf(':') < 0 ? Ipv4Text.parse(bare) : Ipv6Text.parse(bare));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + EscapedText.of(text, 60) + "' is not a numeric address: " + e.getMessage(), e);
    }
  }

  /** The same address without a host name or scope; a mapped one as IPv4. */
  public static InetAddress bare(InetAddress address) {
    return Point.bare(address.getAddress());
  }

  /** The canonical text, without brackets. */
  public static String text(InetAddress address) {
    byte[] octets = bare(address).getAddress();
    var out = new StringBuilder();
    if (octets.length == 4) {
      Ipv4Text.append(out, octets);
    } else {
      Ipv6Text.append(out, octets);
    }
    return out.toString();
  }
}
