/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.bench.fairness.Settling.Moment;
import org.reactorp2p.bench.report.Svg;
import org.reactorp2p.bench.report.Svg.Anchor;
import org.reactorp2p.bench.report.Svg.At;

/** Seconds to the right, MiB upwards. */
record Axes(Svg svg, At upperLeft, At lowerRight) {
  private static final int SECONDS = 6;
  private static final int MOST = 45;
  private static final int STEP = 5;
  private static final double MIB = 1 << 20;
  private static final double NANOS = 1e9;
  private static final long EVERY = 20_000_000;

  void draw() {
    for (int second = 0; second <= SECONDS; second++) {
      At at = at(second, 0);
      svg.rule(at, at(second, MOST));
      svg.text(new At(at.x(), at.y() + 16), Anchor.MIDDLE, Integer.toString(second));
    }
    for (int mib = 0; mib <= MOST; mib += STEP) {
      At at = at(0, mib);
      svg.rule(at, at(SECONDS, mib));
      svg.text(new At(at.x() - 8, at.y() + 4), Anchor.END, Integer.toString(mib));
    }
    double middle = (upperLeft.x() + lowerRight.x()) / 2;
    svg.text(new At(middle, lowerRight.y() + 34), Anchor.MIDDLE, "seconds since the first change");
    svg.text(
        new At(upperLeft.x() - 34, (upperLeft.y() + lowerRight.y()) / 2),
        Anchor.END,
        "MiB since then");
  }

  /** What the limits allow. */
  void limit(List<Settling> changes) {
    List<At> points = new ArrayList<>(List.of(at(0, 0)));
    double seconds = 0;
    double bytes = 0;
    for (Settling change : changes) {
      seconds += change.end();
      bytes += change.limit() * change.end();
      points.add(at(seconds, bytes / MIB));
    }
    svg.dashes(points);
  }

  /** What flowed. */
  void curve(List<Settling> changes, String colour) {
    List<At> points = new ArrayList<>(List.of(at(0, 0)));
    double seconds = 0;
    double bytes = 0;
    for (Settling change : changes) {
      long next = 0;
      for (Moment moment : change.flowed()) {
        double then = seconds + moment.time() / NANOS;
        if (moment.time() >= next && then <= SECONDS) {
          next = moment.time() + EVERY;
          points.add(at(then, (bytes + moment.bytes()) / MIB));
        }
      }
      seconds += change.end();
      bytes += change.flowed().get(change.flowed().size() - 1).bytes();
    }
    svg.curve(points, "stroke=\"" + colour + "\" stroke-width=\"1.5\"");
  }

  private At at(double seconds, double mib) {
    double x = upperLeft.x() + (lowerRight.x() - upperLeft.x()) * seconds / SECONDS;
    double y = lowerRight.y() - (lowerRight.y() - upperLeft.y()) * mib / MOST;
    return new At(x, y);
  }
}
