/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.maintenance.Bounds;

/** The page on maintenance shows the bounds as they are computed. */
class MaintenancePageTest {

  @Test
  void the_page_shows_what_follows_from_three_numbers() throws IOException {
    var rows =
        new Rows(
            "min", "min threshold", "min target", "expected", "max target", "max threshold", "max");
    List.of(Bounds.DEFAULT, Bounds.around(50), Bounds.around(10), Bounds.around(2))
        .forEach(bounds -> add(rows, bounds));
    Page.of("maintenance.md").holds(Map.of("bounds", rows.toString()));
  }

  private static void add(Rows rows, Bounds bounds) {
    rows.add(
        Integer.toString(bounds.min()),
        Integer.toString(bounds.minThreshold()),
        Integer.toString(bounds.minTarget()),
        Integer.toString(bounds.expected()),
        Integer.toString(bounds.maxTarget()),
        Integer.toString(bounds.maxThreshold()),
        Integer.toString(bounds.max()));
  }
}
