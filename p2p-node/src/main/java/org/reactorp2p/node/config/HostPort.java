/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.node.cli.BadInputException;

/**
 * {@code HOST:PORT} as a person types it: an IPv4 address, an IPv6 address in brackets, or a name.
 * Only here names are known; everything below takes numbers.
 *
 * @param host a name or a numeric address, without brackets
 * @param port 0 to 65,535
 */
public record HostPort(String host, int port) {

  private static final int MAX_HOST = 253;

  /**
   * Reads it, asking no name service.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static HostPort parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw refused(text, "a host and a port are needed, such as 127.0.0.1:9732 or [::1]:9732");
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.length() > 2;
    if (!bracketed && host.indexOf(':') >= 0) {
      throw refused(text, "an IPv6 address goes in brackets, such as [::1]:9732");
    }
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    if (bare.length() > MAX_HOST || !bare.chars().allMatch(HostPort::mayBeInHost)) {
      throw refused(text, "the host is neither an address nor a name");
    }
    return new HostPort(bare, portOf(text, text.substring(colon + 1)));
  }

  private static boolean mayBeInHost(int c) {
    return c > ' ' && c < 0x7f && "/@#?\\[]%".indexOf(c) < 0;
  }

  private static int portOf(String text, String digits) {
    boolean plain = !digits.isEmpty() && digits.length() <= 5;
    if (plain && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int port = Integer.parseInt(digits);
      if (port <= Point.MAX_PORT) {
        return port;
      }
    }
    throw refused(text, "a port is a number from 0 to 65535");
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException("'" + text + "' cannot be used: " + why);
  }

  /** The point it stands for now; blocks while a name service is asked, where it is a name. */
  public Point resolve() {
    try {
      return new Point(InetAddress.getByName(host), port);
    } catch (UnknownHostException unknown) {
      throw new BadInputException(
          "no address is known for the host '"
              + host
              + "'; correct the name or give a numeric address");
    }
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
