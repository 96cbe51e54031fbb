/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.bench.Benchmarks;
import org.reactorp2p.node.cli.ExitStatus;

@Timeout(180)
class ConversationIT {

  @Test
  void every_stack_answers_and_every_goal_is_told() {
    Benchmarks.Outcome outcome =
        Benchmarks.run(
                "latency", "--rounds", "1", "--turn", "100", "--warm-up", "0", "--pace", "500")
            .isSound(2);
    assertThat(outcome.out()).contains("RSocket TLS", "p99.9");
  }

  @Test
  void messages_have_a_cost_on_one_connection_and_on_many() {
    Benchmarks.Outcome outcome =
        Benchmarks.run(
                "scale",
                "--rounds",
                "1",
                "--turn",
                "200",
                "--warm-up",
                "0",
                "--connections",
                "20,1000")
            .isSound(2);
    assertThat(outcome.out().lines().filter(line -> line.contains(" ns "))).hasSize(9);
  }

  @Test
  void large_questions_are_refused() {
    Benchmarks.Outcome outcome = Benchmarks.run("latency", "--payload", "large");
    assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(outcome.err()).contains("--payload is small or medium");
  }
}
