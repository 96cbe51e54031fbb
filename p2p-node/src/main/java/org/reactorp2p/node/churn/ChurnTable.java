/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reactorp2p.pool.maintenance.Bounds;

/** How all nodes stand, a line each, with the band drawn as dots and the connections as a mark. */
record ChurnTable(Bounds bounds) {

  private static final String ROW = "%4s  %-12s  %5s  %5s  %5s  %4s  %7s  %s";

  List<String> lines(List<Standing> standings) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            ROW,
            "node",
            "peer id",
            "lives",
            "links",
            "least",
            "most",
            "astray",
            "band " + bounds.min() + " to " + bounds.max()));
    standings.forEach(standing -> lines.add(line(standing)));
    return lines;
  }

  private String line(Standing one) {
    return String.format(
        Locale.ROOT,
        ROW,
        one.number(),
        one.peerId(),
        one.lives(),
        one.here() ? one.connections() : "away",
        one.least(),
        one.most(),
        String.format(Locale.ROOT, "%.1fs", one.longestAstray().toMillis() / 1e3),
        one.here() ? bar(one.connections()) : "");
  }

  private String bar(int connections) {
    int width = Math.max(bounds.max(), connections);
    StringBuilder bar = new StringBuilder(" ".repeat(width + 1));
    for (int at = bounds.min(); at <= bounds.max(); at++) {
      bar.setCharAt(at, at < bounds.minTarget() || at > bounds.maxTarget() ? '.' : '-');
    }
    bar.setCharAt(connections, '#');
    return "|" + bar + "|";
  }
}
