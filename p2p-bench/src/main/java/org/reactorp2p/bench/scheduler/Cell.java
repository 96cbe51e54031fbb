/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing to measure.
 *
 * @param bytes of an item
 * @param shares that are open
 */
record Cell(Act act, int bytes, int shares) {
  static final int SMALL = 32;
  static final int LARGE = 64 << 10;
  static final List<Integer> SHARES = List.of(1, 100, 10_000);

  /** All there is to measure, small items first. */
  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (int shares : SHARES) {
      for (Act act : Act.values()) {
        cells.add(new Cell(act, SMALL, shares));
      }
    }
    cells.add(new Cell(Act.BARE, LARGE, 1));
    cells.add(new Cell(Act.UNLIMITED, LARGE, 1));
    return cells;
  }

  String name() {
    return act.label() + "-" + bytes + "B-" + shares;
  }
}
