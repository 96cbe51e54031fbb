/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.LinkedHashSet;
import java.util.Set;
import org.reactorp2p.core.model.Point;

/**
 * Points that turned out to lead to ourselves, and are not worth knowing. Confined to the
 * decisions' thread.
 */
final class OwnPoints {

  /** How many, as the original: a node has few names for itself, and others may invent more. */
  static final int CAPACITY = 7;

  private final Set<Point> points = new LinkedHashSet<>(); // the one met longest ago first

  /** One of ours, met just now. */
  void add(Point point) {
    points.remove(point);
    points.add(point);
    if (points.size() > CAPACITY) {
      points.remove(points.iterator().next());
    }
  }

  boolean contains(Point point) {
    return points.contains(point);
  }

  Set<Point> all() {
    return Set.copyOf(points);
  }
}
