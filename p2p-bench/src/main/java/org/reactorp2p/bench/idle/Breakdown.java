/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the heap is made of: live objects and their bytes, by class. */
record Breakdown(Map<String, Line> lines) {

  private static final int COLUMNS = 4;

  /**
   * Those of one class.
   *
   * @param name as the JVM writes it, {@code [B} for byte arrays
   */
  record Line(String name, long objects, long bytes) {

    private Line minus(Line other) {
      return new Line(name, objects - other.objects, bytes - other.bytes);
    }
  }

  /** Of this process; nothing where the JVM does not tell. */
  static Breakdown now() {
    try {
      Object text =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return parse(String.valueOf(text));
    } catch (JMException notThisJvm) {
      return new Breakdown(Map.of());
    }
  }

  /** Lines such as {@code 1: 4711 131313 [B (java.base@17)}; others are no lines. */
  static Breakdown parse(String text) {
    Map<String, Line> lines = new TreeMap<>();
    for (String row : text.lines().toList()) {
      String[] words = row.trim().split("\\s+", -1);
      if (words.length >= COLUMNS && words[0].matches("\\d+:")) {
        lines.put(words[3], new Line(words[3], Long.parseLong(words[1]), Long.parseLong(words[2])));
      }
    }
    return new Breakdown(lines);
  }

  /** What there is more of than there was, the most bytes first. */
  List<Line> since(Breakdown before, int most) {
    List<Line> growth = new ArrayList<>();
    lines.forEach(
        (name, line) -> {
          Line was = before.lines.getOrDefault(name, new Line(name, 0, 0));
          if (line.bytes() > was.bytes()) {
            growth.add(line.minus(was));
          }
        });
    growth.sort(Comparator.comparingLong(Line::bytes).reversed());
    return growth.subList(0, Math.min(most, growth.size()));
  }

  /** In one line, for {@link #ofLine}. */
  static String toLine(List<Line> lines) {
    return lines.stream()
        .map(line -> line.name() + " " + line.objects() + " " + line.bytes())
        .collect(Collectors.joining(","));
  }

  static List<Line> ofLine(String text) {
    List<Line> lines = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      String[] words = entry.split(" ", -1);
      if (words.length == 3) {
        lines.add(new Line(words[0], Long.parseLong(words[1]), Long.parseLong(words[2])));
      }
    }
    return lines;
  }
}
