/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.util.List;
import java.util.Map;
import org.reactorp2p.bench.report.Goal;

/** How little an item may pay. */
final class SchedulerGoals {
  private static final double MOST_ADDED_TO_SMALL_ITEM = 20;
  private static final double MOST_IN_A_CROWD = 1_000;
  private static final double MOST_GROWTH = 2;
  private static final int MANY = 100;
  private static final int CROWD = 10_000;

  private SchedulerGoals() {}

  /** The goals, as ratios of what is allowed to what was measured. */
  static List<Goal> of(Map<Cell, Double> nanos) {
    double largeBare = at(nanos, Act.BARE, Cell.LARGE, 1);
    double largeLimited = at(nanos, Act.UNLIMITED, Cell.LARGE, 1);
    double added = at(nanos, Act.UNLIMITED, Cell.SMALL, 1) - at(nanos, Act.BARE, Cell.SMALL, 1);
    double inCrowd = at(nanos, Act.CONTENDED, Cell.SMALL, CROWD);
    double amongMany = at(nanos, Act.CONTENDED, Cell.SMALL, MANY);
    return List.of(
        new Goal("scheduler-unlimited-64KiB-speed-to-bare", largeBare / largeLimited, 0.97),
        atMost("scheduler-unlimited-32B-added-20ns-to-measured", MOST_ADDED_TO_SMALL_ITEM, added),
        atMost("scheduler-contended-10000-shares-1us-to-measured", MOST_IN_A_CROWD, inCrowd),
        atMost("scheduler-contended-twice-100-shares-to-10000", MOST_GROWTH * amongMany, inCrowd));
  }

  /** What costs nothing, or less than measuring can tell, is well within any limit. */
  private static Goal atMost(String name, double most, double measured) {
    return new Goal(name, most / Math.max(1, measured), 1);
  }

  private static double at(Map<Cell, Double> nanos, Act act, int bytes, int shares) {
    return nanos.getOrDefault(new Cell(act, bytes, shares), Double.NaN);
  }
}
