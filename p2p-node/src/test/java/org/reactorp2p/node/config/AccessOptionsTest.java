/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.pool.AccessConfig;
import org.reactorp2p.pool.ConnectionLimits;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.admission.AddressLimits;
import org.reactorp2p.pool.connect.ArrivalRate;
import picocli.CommandLine;

class AccessOptionsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String ID = "idrAta9tLVKFCVMECJb62aQXbEBYBo";

  private static <T> T parse(T options, String... args) {
    new CommandLine(options).parseArgs(args);
    return options;
  }

  @Test
  void without_flags_a_node_has_the_defaults_of_the_library() {
    assertThat(parse(new AccessOptions()).toConfig(NOW)).isEqualTo(AccessConfig.DEFAULT);
    assertThat(parse(new LimitOptions()).toConfig()).isEqualTo(ConnectionLimits.DEFAULT);
    assertThat(parse(new LimitOptions()).perAddress()).isEqualTo(AddressLimits.DEFAULT);
  }

  @Test
  void every_flag_arrives() {
    AccessConfig access =
        parse(
                new AccessOptions(),
                "--trusted=127.0.0.1:9732#" + ID,
                "--trusted=" + ID,
                "--ban=192.0.2.0/24",
                "--reserved-for-trusted=2",
                "--greylist-address-time=90s",
                "--greylist-peer-time=2h")
            .toConfig(NOW);
    assertThat(access.initial().trusted())
        .containsExactly(Trustee.parse("127.0.0.1:9732#" + ID), Trustee.parse(ID));
    assertThat(access.initial().bans()).extracting(Ban::since).containsExactly(NOW);
    assertThat(access.keptForTrusted()).isEqualTo(2);
    assertThat(access.greylist().addressTime()).isEqualTo(Duration.ofSeconds(90));
    assertThat(access.greylist().peerTime()).isEqualTo(Duration.ofHours(2));

    LimitOptions limits =
        parse(
            new LimitOptions(),
            "--max-connections=5",
            "--max-incoming=1",
            "--max-dials=2",
            "--max-per-address=3",
            "--max-per-block=4",
            "--limit-loopback");
    assertThat(limits.toConfig()).isEqualTo(new ConnectionLimits(5, 1, 1, 2, ArrivalRate.DEFAULT));
    assertThat(limits.perAddress())
        .isEqualTo(new AddressLimits(3, 4, 3, 4, AddressLimits.Loopback.COUNTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "s", "-1s", "1.5h", "10 m", "1w", "9999999999s"})
  void what_is_no_time_is_refused(String text) {
    assertThatThrownBy(() -> TimeText.parse(text)).hasMessageContaining("90s, 10m, 2h or 7d");
  }
}
