/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some of the nodes, by their numbers from 0.
 *
 * @param ranges may overlap; a node that does not exist is nobody
 */
public record Nodes(List<Range> ranges) {

  /** The most nodes a simulation may have. */
  public static final int MOST = 10_000;

  /** Everybody. */
  public static final Nodes ALL = new Nodes(List.of(new Range(0, MOST - 1)));

  private static final String ALL_WORD = "all";
  private static final int MOST_RANGES = 1000;

  /** Numbers from the first to the last, both included. */
  public record Range(int first, int last) {

    /** Refuses what is empty or out of bounds. */
    public Range {
      if (first < 0 || last < first || last >= MOST) {
        throw new IllegalArgumentException(
            "nodes are numbered from 0 to %d, the first before the last; not %d-%d"
                .formatted(MOST - 1, first, last));
      }
    }

    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  public Nodes {
    ranges = List.copyOf(ranges);
    if (ranges.isEmpty() || ranges.size() > MOST_RANGES) {
      throw new IllegalArgumentException(
          "1 to %d ranges of nodes, not %d".formatted(MOST_RANGES, ranges.size()));
    }
  }

  /** This one. */
  public static Nodes of(int number) {
    return range(number, number);
  }

  /** From the first to the last, both included. */
  public static Nodes range(int first, int last) {
    return new Nodes(List.of(new Range(first, last)));
  }

  /** Reads {@code all}, {@code 7}, {@code 0-49} or {@code 0-9,20,30-39}. */
  public static Nodes parse(String text) {
    if (text.equals(ALL_WORD)) {
      return ALL;
    }
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", MOST_RANGES + 1)) {
      ranges.add(range(part));
    }
    return new Nodes(ranges);
  }

  private static Range range(String text) {
    if (!text.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
      throw new IllegalArgumentException(
          "'%s' names no nodes; write all, 7, 0-49 or 0-9,20".formatted(Words.quoted(text)));
    }
    String[] ends = text.split("-", 2);
    return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  /** Whether this node is one of them. */
  public boolean contains(int number) {
    for (Range range : ranges) {
      if (number >= range.first() && number <= range.last()) {
        return true;
      }
    }
    return false;
  }

  /** Their numbers in ascending order, in a world of so many. */
  public IntStream among(int total) {
    return IntStream.range(0, total).filter(this::contains);
  }

  @Override
  public String toString() {
    return equals(ALL)
        ? ALL_WORD
        : ranges.stream().map(Range::toString).collect(Collectors.joining(","));
  }
}
