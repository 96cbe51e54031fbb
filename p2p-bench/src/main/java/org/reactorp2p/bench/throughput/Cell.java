/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;

/** One stack with one payload: all slices of all rounds, told by their median. */
record Cell(Stack stack, Payload payload, List<Slice> slices) {

  Cell {
    slices = List.copyOf(slices);
  }

  /** How it is called in goals and figures. */
  String name() {
    return ("throughput-" + stack.name() + "-" + payload.name()).toLowerCase(Locale.ROOT);
  }

  double messagesPerSecond() {
    return median(Slice::messagesPerSecond);
  }

  double cpuNanosPerMessage() {
    return median(Slice::cpuNanosPerMessage);
  }

  /** Bytes of payload per second; a megabyte is a million. */
  double megabytesPerSecond() {
    return messagesPerSecond() * payload.bytes() / 1e6;
  }

  /** Half the distance between the quarters, relative to the median: how much to believe. */
  double spread() {
    double[] sorted = slices.stream().mapToDouble(Slice::messagesPerSecond).sorted().toArray();
    double quarters = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    return quarters / 2 / messagesPerSecond();
  }

  private double median(ToDoubleFunction<Slice> of) {
    double[] sorted = slices.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
