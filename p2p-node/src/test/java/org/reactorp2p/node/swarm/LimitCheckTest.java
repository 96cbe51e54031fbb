/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.reactorp2p.scheduler.ByteRate;

class LimitCheckTest {

  private final LimitCheck check = new LimitCheck(ByteRate.of(1_000));
  private long now = 1_000_000_000_000L;
  private long bytes = 77;

  private void look(int passed, Duration meanwhile) {
    bytes += passed;
    now += meanwhile.toNanos();
    check.look(bytes, now, now);
  }

  @Test
  void an_even_flow_exceeds_nothing_wherever_it_began() {
    for (int i = 0; i < 1_000; i++) {
      look(10, Duration.ofMillis(10));
    }
    assertThat(check.excess()).isZero();
  }

  @Test
  void a_burst_is_what_came_beyond_the_limit_in_any_time() {
    look(0, Duration.ZERO);
    look(300, Duration.ofMillis(100));
    assertThat(check.excess()).isEqualTo(200);
    look(0, Duration.ofSeconds(10));
    look(300, Duration.ofMillis(100));
    assertThat(check.excess()).as("a silence saves nothing up").isEqualTo(200);
    look(300, Duration.ofMillis(100));
    assertThat(check.excess()).as("two bursts in a row are one").isEqualTo(400);
  }

  @Test
  void a_rate_a_little_too_high_shows_in_the_long_run() {
    look(0, Duration.ZERO);
    for (int i = 0; i < 1_000; i++) {
      look(11, Duration.ofMillis(10));
    }
    assertThat(check.excess()).isEqualTo(1_000);
  }

  @Test
  void a_slow_look_blames_nobody() {
    check.look(0, 0, 0);
    check.look(1_000, 0, Duration.ofSeconds(1).toNanos());
    assertThat(check.excess()).isZero();
  }
}
