/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.report.Goal;

class ConnectGoalsTest {

  @Test
  void ours_is_compared_with_tls_and_with_what_libp2p_would_make() {
    Map<Stack, Double> made =
        Map.of(Stack.PLAIN, 4_000.0, Stack.WEB_TLS, 1_250.0, Stack.NETTY, 13_900.0);
    assertThat(ConnectGoals.of(made).stream().map(Goal::line))
        .containsExactly(
            "goal connect-plain-to-tls 3.200 3.000 met",
            "goal connect-plain-to-libp2p 14.440 12.000 met");
  }

  @Test
  void what_was_not_measured_has_no_goal() {
    assertThat(ConnectGoals.of(Map.of(Stack.PLAIN, 4_000.0))).isEmpty();
  }

  @Test
  void a_tally_tells_what_one_processor_could_make() {
    Tally tally = Tally.ofLine("100 1000000000 250000000 0");
    assertThat(tally.perSecond()).isEqualTo(100);
    assertThat(tally.perProcessorSecond()).isEqualTo(400);
    assertThat(Tally.ofLine(tally.toLine())).isEqualTo(tally);
  }
}
