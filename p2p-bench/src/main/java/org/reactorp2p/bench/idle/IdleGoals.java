/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.bench.report.Goal;

/** What an idle connection may cost, and what may be left of it. */
final class IdleGoals {

  private static final double MOST_BYTES = 16 << 10;

  /** Of the heap that connections took, this much comes back; the rest is the JVM's own life. */
  private static final double LEAST_RETURN = 0.98;

  private IdleGoals() {}

  static List<Goal> of(Course course) {
    String end = course.end();
    List<Goal> goals = new ArrayList<>();
    goals.add(
        new Goal("idle-16KiB-at-" + end + "-end", MOST_BYTES / course.heapPerConnection(), 1));
    goals.add(new Goal("idle-heap-back-at-" + end + "-end", course.heapReturned(), LEAST_RETURN));
    Vitals before = course.before();
    Vitals after = course.after();
    goals.add(back("descriptors", end, before.descriptors(), after.descriptors()));
    goals.add(back("threads", end, before.threads(), after.threads()));
    goals.add(back("timers", end, before.timers(), after.timers()));
    goals.add(back("meters", end, before.meters(), after.meters()));
    return goals;
  }

  /** Met when there are no more than there were. */
  private static Goal back(String what, String end, long before, long after) {
    return new Goal("idle-" + what + "-back-at-" + end + "-end", 1.0 + before - after, 1);
  }
}
