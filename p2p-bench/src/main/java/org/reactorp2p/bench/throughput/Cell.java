/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.report.Median;

/** One stack with one payload: all slices of all rounds, told by their median. */
record Cell(Stack stack, Payload payload, List<Slice> slices) {

  Cell {
    slices = List.copyOf(slices);
  }

  /** How it is called in goals and figures. */
  String name() {
    return "throughput-" + stack.id() + "-" + payload.id();
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

  /** How much to believe; see {@link Median}. */
  double spread() {
    return Median.of(slices, Slice::messagesPerSecond).spread();
  }

  private double median(ToDoubleFunction<Slice> of) {
    return Median.of(slices, of).value();
  }
}
