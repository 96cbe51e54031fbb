/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.core.model.Point;

/** Points back to back, up to the end of what surrounds them; at most 100. */
final class PointList {

  private PointList() {}

  static void encode(List<Point> points, WireWriter out) {
    for (Point point : points) {
      PointCodec.INSTANCE.encode(point, out);
    }
  }

  static List<Point> decodeAll(WireReader in) {
    var points = new ArrayList<Point>();
    while (in.remaining() > 0) {
      refuseOneMore(points.size(), in);
      points.add(PointCodec.INSTANCE.decode(in));
    }
    return List.copyOf(points);
  }

  /** Where a further point begins, {@code count} of them may have come before. */
  static void refuseOneMore(int count, WireReader in) {
    if (count >= WireLimits.MAX_POINTS) {
      throw in.malformed(Flaw.LIST_TOO_LONG, "more than 100 points");
    }
  }

  /** A copy that cannot change, of at most 100 points. */
  static List<Point> checked(List<Point> points) {
    if (points.size() > WireLimits.MAX_POINTS) {
      throw new IllegalArgumentException("at most 100 points, got " + points.size());
    }
    return List.copyOf(points);
  }
}
