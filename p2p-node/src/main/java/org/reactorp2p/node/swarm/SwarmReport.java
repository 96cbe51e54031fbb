/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.reactorp2p.node.cli.WorkFailedException;

/** What a swarm has to show for itself: the table, and whether everything is as it should be. */
record SwarmReport(SwarmPlan plan, Cargo cargo, List<NodeResult> results) {

  /**
   * Prints it.
   *
   * @throws WorkFailedException if a node has not got every file as it is, or has exceeded a limit
   */
  void print(PrintWriter out, Duration took) {
    String digest = FileDigest.of(plan.file());
    new SwarmTable(plan.others(), digest).lines(results).forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%d nodes, %d connections, %d broadcasts of %d bytes, %.1f s%n",
        plan.nodes(),
        results.stream().mapToInt(NodeResult::connections).sum() / 2,
        plan.nodes(),
        plan.file().length,
        took.toMillis() / 1e3);
    if (!results.stream().allMatch(result -> result.agrees(plan.others(), digest))) {
      throw new WorkFailedException(
          "not every node got the file as it is, whose SHA-256 is " + digest);
    }
    if (plan.isLimited()) {
      results.forEach(SwarmReport::requireLimitsKept);
      out.println("all kept to their limits, " + plan.bandwidth());
    }
    out.println("all agree: SHA-256 of " + cargo.name() + " is " + digest);
  }

  private static void requireLimitsKept(NodeResult result) {
    requireLimitKept(result, "sent", result.upload());
    requireLimitKept(result, "received", result.download());
  }

  private static void requireLimitKept(NodeResult result, String did, FlowResult flow) {
    if (!flow.isHeld()) {
      throw new WorkFailedException(
          String.format(
              Locale.ROOT,
              "node %d %s up to %d bytes more than %s allows for the time, and a burst is at most"
                  + " %d",
              result.number(),
              did,
              flow.excess(),
              flow.limit(),
              FlowResult.burst(flow.limit())));
    }
  }
}
