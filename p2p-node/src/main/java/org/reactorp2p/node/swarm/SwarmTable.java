/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What every node got, a line each. Pure. */
final class SwarmTable {

  private static final String ROW = "%4s  %-12s  %5s  %7s  %12s  %8s  %9s  %s";

  private final int others;
  private final String digest;

  /**
   * @param others how many files each node should have got
   * @param digest SHA-256 of the file that was broadcast
   */
  SwarmTable(int others, String digest) {
    this.others = others;
    this.digest = digest;
  }

  List<String> lines(List<NodeResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        row(
            "node",
            "peer id",
            "links",
            "files",
            "bytes",
            "messages",
            "MB/s",
            "SHA-256 of what came"));
    results.forEach(result -> lines.add(line(result)));
    return lines;
  }

  private String line(NodeResult result) {
    return row(
        Integer.toString(result.number()),
        result.peerId().toShortString(),
        Integer.toString(result.connections()),
        result.files() + "/" + others,
        Long.toString(result.bytes()),
        Long.toString(result.messages()),
        String.format(Locale.ROOT, "%.2f", result.rate() / 1e6),
        digestsOf(result));
  }

  private String digestsOf(NodeResult result) {
    if (result.digests().isEmpty()) {
      return "nothing complete";
    }
    String shown = String.join(", ", result.digests());
    return result.agrees(others, digest) ? shown : shown + "  <- differs";
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing();
  }
}
