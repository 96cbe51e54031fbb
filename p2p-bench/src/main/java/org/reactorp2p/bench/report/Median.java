/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.report;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Several measurements of one thing, told by the one in the middle.
 *
 * @param value the median
 * @param spread half the distance between the quarters, relative to the median: how much to believe
 */
public record Median(double value, double spread) {

  /** Of these, of which there must be one at least. */
  public static <T> Median of(Collection<T> all, ToDoubleFunction<T> figure) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    double quarters = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    return new Median(median, quarters / 2 / median);
  }
}
