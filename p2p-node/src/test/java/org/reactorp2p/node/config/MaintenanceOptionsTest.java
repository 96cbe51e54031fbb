/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.ReconnectionDelays;
import picocli.CommandLine;

class MaintenanceOptionsTest {

  private static MaintenanceOptions read(String... flags) {
    var options = new MaintenanceOptions();
    new CommandLine(
            CommandLine.Model.CommandSpec.create()
                .addMixin("m", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(flags);
    return options;
  }

  @Test
  void without_flags_it_is_what_the_library_does() {
    assertThat(read().toConfig(100))
        .isEqualTo(MaintenanceConfig.DEFAULT.withBounds(Bounds.DEFAULT));
    assertThat(read().toDelays()).isEqualTo(ReconnectionDelays.DEFAULT);
  }

  @Test
  void bounds_follow_the_greatest_unless_they_are_given() {
    assertThat(read().toConfig(20).bounds()).contains(new Bounds(2, 10, 20));
    assertThat(read("--min-connections", "12").toConfig(20).bounds())
        .contains(new Bounds(12, 12, 20));
    assertThat(read("--expected-connections", "1").toConfig(20).bounds())
        .contains(new Bounds(1, 1, 20));
  }

  @Test
  void contradictory_bounds_are_refused_with_a_sentence_that_names_the_flags() {
    assertThatThrownBy(
            () -> read("--min-connections", "30", "--expected-connections", "20").toConfig(100))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "--min-connections 30, --expected-connections 20 and --max-connections 100 contradict"
                + " each other: give them in growing order");
    assertThatThrownBy(() -> read("--min-connections", "-1").toConfig(100))
        .hasMessageContaining("--min-connections -1");
    assertThatThrownBy(() -> read("--expected-connections", "50").toConfig(10))
        .hasMessageContaining("--max-connections 10");
  }

  @Test
  void the_interval_may_be_none() {
    assertThat(read("--maintenance-interval", "none").toConfig(100))
        .isEqualTo(MaintenanceConfig.OFF);
    assertThat(read("--maintenance-interval", "30s").toConfig(100).interval())
        .contains(Duration.ofSeconds(30));
    for (String nonsense : new String[] {"0s", "often", "-1s"}) {
      assertThatThrownBy(() -> read("--maintenance-interval", nonsense).toConfig(100))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("--maintenance-interval " + nonsense);
    }
  }

  @Test
  void the_original_is_a_policy() {
    assertThat(read("--maintenance-policy", "original").toConfig(100))
        .isEqualTo(MaintenanceConfig.ORIGINAL.withBounds(Bounds.DEFAULT));
  }

  @Test
  void delays_that_do_not_grow_are_refused() {
    assertThatThrownBy(() -> read("--reconnection-factor", "0.5").toDelays())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--reconnection");
    assertThatThrownBy(
            () -> read("--reconnection-delay", "1h", "--reconnection-cap", "1m").toDelays())
        .hasMessageContaining("--reconnection");
  }
}
