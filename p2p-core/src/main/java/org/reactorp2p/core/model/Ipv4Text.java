/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/**
 * Dotted IPv4 as Octez reads and writes it: four decimal octets, no leading zero, nothing around
 * them.
 */
final class Ipv4Text {

  private static final int OCTETS = 4;

  private Ipv4Text() {}

  /**
   * The four octets.
   *
   * @throws IllegalArgumentException if the text is anything else; the message says what
   */
  static byte[] parse(String text) {
    var octets = new byte[OCTETS];
    int from = 0;
    for (int i = 0; i < OCTETS; i++) {
      int dot = i == OCTETS - 1 ? text.length() : text.indexOf('.', from);
      if (dot < 0) {
        throw new IllegalArgumentException("an IPv4 address has four octets");
      }
      octets[i] = octet(text, from, dot);
      from = dot + 1;
    }
    return octets;
  }

  private static byte octet(String text, int from, int to) {
    if (from >= to || to - from > 3) {
      throw new IllegalArgumentException("an IPv4 octet has one to three digits");
    }
    if (text.charAt(from) == '0' && to - from > 1) {
      throw new IllegalArgumentException("an IPv4 octet has no leading zero");
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("an IPv4 octet has digits only");
      }
      value = value * 10 + (c - '0');
    }
    if (value > 255) {
      throw new IllegalArgumentException("an IPv4 octet is at most 255");
    }
    return (byte) value;
  }

  static void append(StringBuilder out, byte[] octets) {
    for (int i = 0; i < OCTETS; i++) {
      out.append(i == 0 ? "" : ".").append(octets[i] & 0xff);
    }
  }
}
