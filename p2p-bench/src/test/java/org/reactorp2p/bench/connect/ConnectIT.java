/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.bench.Benchmarks;
import org.reactorp2p.node.cli.ExitStatus;

@Timeout(120)
class ConnectIT {

  @Test
  void every_stack_makes_connections_and_every_goal_is_told() {
    Benchmarks.Outcome outcome =
        Benchmarks.run("connect", "--rounds", "1", "--turn", "200", "--warm-up", "0").isSound(4);
    assertThat(outcome.out()).contains("ours, vector", "Reactor Netty TLS, one-sided");
  }

  @Test
  void wrong_numbers_are_told_in_one_sentence() {
    Benchmarks.Outcome outcome = Benchmarks.run("connect", "--at-once", "0");
    assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(outcome.err().strip()).isEqualTo("p2p: --at-once must be within 1 to 1000, not 0.");
  }
}
