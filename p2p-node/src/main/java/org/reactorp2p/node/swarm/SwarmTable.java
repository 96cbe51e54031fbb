/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What every node got, a line each. Pure. */
final class SwarmTable {

  private static final String ROW = "%4s  %-12s  %5s  %7s  %12s  %8s  %9s  ";
  private static final String FLOW = "%9s  %6s  %8s  %8s  ";

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
    lines.add(head(results.get(0)));
    results.forEach(result -> lines.add(line(result)));
    return lines;
  }

  /**
   * A limit has four columns: what flowed, and how the limit was used and divided when it bound.
   */
  private static String head(NodeResult result) {
    return cells(ROW, "node", "peer id", "links", "files", "bytes", "messages", "MB/s")
        + flowHead("up MB/s", result.upload())
        + flowHead("down MB/s", result.download())
        + "SHA-256 of what came";
  }

  private static String flowHead(String rate, FlowResult flow) {
    return flow.limit().isUnlimited() ? "" : cells(FLOW, rate, "busy", "of limit", "fairness");
  }

  private String line(NodeResult result) {
    return cells(
            ROW,
            Integer.toString(result.number()),
            result.peerId().toShortString(),
            Integer.toString(result.connections()),
            result.files() + "/" + others,
            Long.toString(result.bytes()),
            Long.toString(result.messages()),
            megabytes(result.rate()))
        + flow(result.upload())
        + flow(result.download())
        + digestsOf(result);
  }

  private static String flow(FlowResult flow) {
    if (flow.limit().isUnlimited()) {
      return "";
    }
    return cells(
        FLOW,
        megabytes(flow.rate()),
        String.format(Locale.ROOT, "%.1fs", flow.busySeconds()),
        shown("%.1f%%", flow.utilisation(), 100),
        shown("%.4f", flow.fairness(), 1));
  }

  private static String shown(String format, OptionalDouble value, double unit) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, format, unit * value.getAsDouble());
  }

  private static String megabytes(double rate) {
    return String.format(Locale.ROOT, "%.2f", rate / 1e6);
  }

  private String digestsOf(NodeResult result) {
    if (result.digests().isEmpty()) {
      return "nothing complete";
    }
    String shown = String.join(", ", result.digests());
    return result.agrees(others, digest) ? shown : shown + "  <- differs";
  }

  private static String cells(String format, String... cells) {
    return String.format(Locale.ROOT, format, (Object[]) cells);
  }
}
