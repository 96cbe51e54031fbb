/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.admission.PeerDiscovery;
import org.reactorp2p.pool.discovery.BeaconConfig;
import org.reactorp2p.pool.discovery.BeaconConfig.Found;
import org.reactorp2p.pool.exchange.ExchangeConfig;
import org.reactorp2p.pool.swap.SwapConfig;
import picocli.CommandLine;

class GossipOptionsTest {

  private static GossipOptions parse(String... args) {
    GossipOptions options = new GossipOptions();
    new CommandLine(options).parseArgs(args);
    return options;
  }

  @Test
  void without_flags_a_node_has_the_defaults_of_the_library_and_no_beacon() {
    assertThat(parse().exchange()).isEqualTo(ExchangeConfig.DEFAULT);
    assertThat(parse().swap()).isEqualTo(SwapConfig.DEFAULT);
    assertThat(parse().beacon()).isEmpty();
  }

  @Test
  void every_flag_arrives() {
    assertThat(parse("--no-discovery").exchange().discovery()).isEqualTo(PeerDiscovery.DISABLED);
    assertThat(parse("--swap-linger=2m").swap().linger()).contains(Duration.ofMinutes(2));
    assertThat(parse("--swap-linger", "none").swap()).isEqualTo(SwapConfig.NONE);
    assertThat(parse("--discovery").beacon()).contains(BeaconConfig.DEFAULT);
    assertThat(parse("--discovery=127.255.255.255:1", "--trust-discovered").beacon())
        .contains(new BeaconConfig(Point.parse("127.255.255.255:1"), Found.TRUSTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "never", "-1s", "2d", "None"})
  void a_linger_that_is_none_is_refused_by_the_flags_name(String text) {
    assertThatThrownBy(() -> parse("--swap-linger=" + text).swap())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--swap-linger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ff02::1]:1", "127.255.255.255:0"})
  void a_beacon_that_reaches_nobody_is_refused_by_the_flags_name(String to) {
    assertThatThrownBy(() -> parse("--discovery=" + to).beacon())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--discovery")
        .hasMessageContaining("IPv4");
  }

  @Test
  void trust_in_those_found_where_nobody_is_sought_is_refused() {
    assertThatThrownBy(() -> parse("--trust-discovered").beacon())
        .hasMessageContaining("--discovery");
  }
}
