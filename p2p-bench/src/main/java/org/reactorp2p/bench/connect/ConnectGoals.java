/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.report.Goal;

/** How many times as many connections a second we want to make as others do. */
final class ConnectGoals {

  private static final double TO_TLS = 3;
  private static final double TO_LIBP2P = 12;

  /**
   * What jvm-libp2p with Noise and yamux makes of the connections of plain Reactor Netty. It has no
   * artifact to be measured here: 277 of 13,900 a second, measured on 22 November 2026 on two
   * processors of the same kind.
   */
  private static final double LIBP2P_TO_NETTY = 277.0 / 13_900;

  private ConnectGoals() {}

  /** The goals of what was measured: none for what was left out. */
  static List<Goal> of(Map<Stack, Double> perProcessorSecond) {
    List<Goal> goals = new ArrayList<>();
    for (Stack ours : List.of(Stack.PLAIN, Stack.VECTOR)) {
      Double made = perProcessorSecond.get(ours);
      if (made != null) {
        add(goals, ours, "tls", made, perProcessorSecond.get(Stack.WEB_TLS), TO_TLS);
        Double netty = perProcessorSecond.get(Stack.NETTY);
        add(goals, ours, "libp2p", made, netty == null ? null : netty * LIBP2P_TO_NETTY, TO_LIBP2P);
      }
    }
    return goals;
  }

  private static void add(
      List<Goal> goals,
      Stack ours,
      String beside,
      double made,
      @Nullable Double theirs,
      double limit) {
    if (theirs != null) {
      goals.add(new Goal("connect-" + ours.id() + "-to-" + beside, made / theirs, limit));
    }
  }
}
