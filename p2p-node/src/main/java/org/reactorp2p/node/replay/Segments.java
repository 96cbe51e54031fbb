/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which bytes were seen: all of them, each once, none behind an end. */
final class Segments {

  private static final String END = ":eof";

  private final Map<Role, Integer> passed = new EnumMap<>(Role.class);
  private final Map<Role, Double> lastSeen = new EnumMap<>(Role.class);
  private final Set<Role> ended = EnumSet.noneOf(Role.class);

  private Segments() {}

  static List<Segment> read(Field root, Way initiator, Way responder) {
    var reading = new Segments();
    List<Segment> segments = new ArrayList<>();
    Field recorded = root.get("segments");
    for (Field item : recorded.items()) {
      segments.add(reading.next(item));
    }
    for (Way way : List.of(initiator, responder)) {
      int sum = reading.passed.getOrDefault(way.sender(), 0);
      if (sum != way.raw().length) {
        throw recorded.wrong(
            "those of "
                + way.sender().mark()
                + " add up to "
                + sum
                + " bytes, and "
                + way.raw().length
                + " were sent");
      }
    }
    return segments;
  }

  private Segment next(Field item) {
    List<Field> parts = item.items();
    if (parts.size() != 3) {
      throw item.wrong("should have three elements: seconds, direction, bytes");
    }
    String mark = parts.get(1).text();
    Role sender = senderOf(parts.get(1), mark);
    requireLater(parts.get(0), sender);
    int length = parts.get(2).integer(0, Integer.MAX_VALUE);
    return mark.endsWith(END) ? end(item, sender, length) : bytes(item, sender, length);
  }

  private static Role senderOf(Field field, String mark) {
    for (Role role : Role.values()) {
      if (mark.equals(role.mark()) || mark.equals(role.mark() + END)) {
        return role;
      }
    }
    throw field.wrong("should be i2r, r2i, i2r:eof or r2i:eof, and is '" + mark + "'");
  }

  private void requireLater(Field seconds, Role sender) {
    double time = seconds.number();
    if (time < lastSeen.getOrDefault(sender, 0.0)) {
      throw seconds.wrong("goes back in time");
    }
    lastSeen.put(sender, time);
  }

  private Segment end(Field item, Role sender, int length) {
    if (length != 0 || !ended.add(sender)) {
      throw item.wrong("an end has no bytes, and comes once");
    }
    int at = passed.getOrDefault(sender, 0);
    return new Segment(sender, at, at);
  }

  private Segment bytes(Field item, Role sender, int length) {
    if (length == 0 || ended.contains(sender)) {
      throw item.wrong("bytes come before the end, and at least one of them");
    }
    int from = passed.getOrDefault(sender, 0);
    int to = Math.addExact(from, length);
    passed.put(sender, to);
    return new Segment(sender, from, to);
  }
}
