/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/**
 * IPv6 text, without brackets and without a zone: read liberally (either case, superfluous leading
 * zeros, a dotted IPv4 tail), written in the one form of RFC 5952.
 */
final class Ipv6Text {

  private static final int GROUPS = 8;
  private static final int MAX_GROUP = 0xffff;

  private Ipv6Text() {}

  /**
   * The sixteen octets.
   *
   * @throws IllegalArgumentException if the text is anything else; the message says what
   */
  static byte[] parse(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] groups = groups(text);
      if (groups.length != GROUPS) {
        throw new IllegalArgumentException("an IPv6 address has eight groups");
      }
      return octets(groups, new int[0]);
    }
    int[] head = groups(text.substring(0, gap));
    int[] tail = groups(text.substring(gap + 2));
    // The two colons stand for at least one group of zeros.
    if (head.length + tail.length >= GROUPS) {
      throw new IllegalArgumentException("an IPv6 address has eight groups");
    }
    if (text.lastIndexOf('.', gap) >= 0) {
      throw new IllegalArgumentException("a dotted tail stands at the end of an IPv6 address");
    }
    return octets(head, tail);
  }

  private static int[] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    String last = parts[parts.length - 1];
    boolean dotted = last.indexOf('.') >= 0;
    var groups = new int[parts.length + (dotted ? 1 : 0)];
    if (groups.length > GROUPS) {
      throw new IllegalArgumentException("an IPv6 address has eight groups");
    }
    for (int i = 0; i < parts.length - (dotted ? 1 : 0); i++) {
      groups[i] = group(parts[i]);
    }
    if (dotted) {
      byte[] v4 = Ipv4Text.parse(last);
      groups[groups.length - 2] = (v4[0] & 0xff) << 8 | v4[1] & 0xff;
      groups[groups.length - 1] = (v4[2] & 0xff) << 8 | v4[3] & 0xff;
    }
    return groups;
  }

  private static int group(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an IPv6 group is empty");
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException("an IPv6 group has hexadecimal digits only");
      }
      value = value << 4 | digit;
      if (value > MAX_GROUP) {
        throw new IllegalArgumentException("an IPv6 group is at most ffff");
      }
    }
    return value;
  }

  private static byte[] octets(int[] head, int[] tail) {
    var octets = new byte[2 * GROUPS];
    put(octets, 0, head);
    put(octets, GROUPS - tail.length, tail);
    return octets;
  }

  private static void put(byte[] octets, int firstGroup, int[] groups) {
    for (int i = 0; i < groups.length; i++) {
      octets[2 * (firstGroup + i)] = (byte) (groups[i] >> 8);
      octets[2 * (firstGroup + i) + 1] = (byte) groups[i];
    }
  }

  /** Appends the compressed lower-case form: the first longest run of two or more zeros elided. */
  static void append(StringBuilder out, byte[] octets) {
    int gap = 0;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int length = zerosFrom(octets, i);
      if (length > gapLength) {
        gap = i;
        gapLength = length;
      }
    }
    if (gapLength == 1) {
      appendGroups(out, octets, 0, GROUPS);
    } else {
      appendGroups(out, octets, 0, gap);
      out.append("::");
      appendGroups(out, octets, gap + gapLength, GROUPS);
    }
  }

  private static void appendGroups(StringBuilder out, byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      out.append(i == from ? "" : ":").append(Integer.toHexString(groupAt(octets, i)));
    }
  }

  private static int zerosFrom(byte[] octets, int start) {
    int end = start;
    while (end < GROUPS && groupAt(octets, end) == 0) {
      end++;
    }
    return end - start;
  }

  private static int groupAt(byte[] octets, int group) {
    return (octets[2 * group] & 0xff) << 8 | octets[2 * group + 1] & 0xff;
  }
}
