/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.List;
import java.util.function.Predicate;

/**
 * What has flowed since the limit was changed.
 *
 * @param limit the new one, in bytes per second
 * @param flowed at moments soon after each other
 */
record Settling(long limit, List<Moment> flowed) {
  private static final double SECOND = 1e9;

  /** What has flowed by a moment; both since the change, in nanoseconds and bytes. */
  record Moment(long time, long bytes) {}

  /**
   * From when on it never was further than {@code leeway} from the straight line it ended on, whose
   * slope is the new limit; in seconds. The line may lie above or below what was due by any amount,
   * for a debt is carried over a change, but what is above or below for a while has not settled.
   */
  double seconds(double leeway) {
    double end = end();
    double height = flowed.stream().filter(late(end)).mapToDouble(this::ahead).average().orElse(0);
    return flowed.stream()
        .filter(moment -> Math.abs(ahead(moment) - height) > leeway)
        .mapToDouble(moment -> moment.time() / SECOND)
        .max()
        .orElse(0);
  }

  /** How long it was watched, in seconds. */
  double end() {
    return flowed.get(flowed.size() - 1).time() / SECOND;
  }

  private static Predicate<Moment> late(double end) {
    return moment -> moment.time() / SECOND > end / 2;
  }

  private double ahead(Moment moment) {
    return moment.bytes() - limit * (moment.time() / SECOND);
  }
}
