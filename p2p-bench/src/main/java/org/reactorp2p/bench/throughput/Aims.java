/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.report.Goal;

/**
 * What is to be reached on two cores, absolutely and relative to plain Reactor Netty in the same
 * run. The limits are those the project set itself before the first line was written.
 */
final class Aims {

  private static final double LARGE_VECTOR_GB = 1.1;
  private static final double LARGE_PLAIN_GB = 0.7;
  private static final double SMALL_MILLIONS = 1.8;

  private static final double LARGE_VECTOR_RATIO = 0.25;
  private static final double LARGE_PLAIN_RATIO = 0.14;
  private static final double MEDIUM_RATIO = 0.14;
  private static final double SMALL_RATIO = 0.4;

  private Aims() {}

  /** The goals of what was measured: none for what was left out. */
  static List<Goal> of(List<Cell> cells) {
    List<Goal> goals = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.stack().isOurs()) {
        absolute(cell, goals);
        double limit = ratio(cell);
        toNetty(cell, cells)
            .ifPresent(ratio -> goals.add(new Goal(name(cell, "ratio"), ratio, limit)));
      }
    }
    return goals;
  }

  /** How many times as fast as Reactor Netty with the same payload. */
  static OptionalDouble toNetty(Cell cell, List<Cell> cells) {
    return cells.stream()
        .filter(other -> other.stack() == Stack.NETTY && other.payload() == cell.payload())
        .mapToDouble(other -> cell.messagesPerSecond() / other.messagesPerSecond())
        .findFirst();
  }

  private static void absolute(Cell cell, List<Goal> goals) {
    if (cell.payload() == Payload.LARGE) {
      double limit = cell.stack() == Stack.VECTOR ? LARGE_VECTOR_GB : LARGE_PLAIN_GB;
      goals.add(new Goal(name(cell, "GB/s"), cell.megabytesPerSecond() / 1e3, limit));
    } else if (cell.payload() == Payload.SMALL) {
      double millions = cell.messagesPerSecond() / 1e6;
      goals.add(new Goal(name(cell, "M/s"), millions, SMALL_MILLIONS));
    }
  }

  private static double ratio(Cell cell) {
    return switch (cell.payload()) {
      case LARGE -> cell.stack() == Stack.VECTOR ? LARGE_VECTOR_RATIO : LARGE_PLAIN_RATIO;
      case MEDIUM -> MEDIUM_RATIO;
      case SMALL -> SMALL_RATIO;
    };
  }

  private static String name(Cell cell, String unit) {
    return cell.name() + "-" + unit;
  }
}
