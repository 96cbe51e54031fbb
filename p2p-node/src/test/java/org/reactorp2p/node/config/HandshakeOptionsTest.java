/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.Announcement;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class HandshakeOptionsTest {

  private static HandshakeOptions parse(String... args) {
    HandshakeOptions options = new HandshakeOptions();
    new CommandLine(options).parseArgs(args);
    return options;
  }

  @Test
  void without_flags_a_node_says_what_octez_says_on_the_main_network() {
    HandshakeConfig config = parse().toConfig();

    assertThat(config.announcedVersion()).hasToString("TEZOS_MAINNET (ddb 2, p2p 1)");
    assertThat(config.requiredDifficulty()).isEqualTo(Difficulty.DEFAULT);
    assertThat(config).as("timeouts and all").isEqualTo(HandshakeConfig.of(config.chainName()));
    assertThat(config.metadata().value()).isEqualTo(new ConnectionMetadata(false, false));
    assertThat(parse().toLimits().frameSize()).isEqualTo(65_535);
    assertThat(parse().toAnnouncement()).isEqualTo(new Announcement.ListeningPort());
  }

  @Test
  void every_flag_arrives() {
    HandshakeOptions options =
        parse(
            "--chain=SANDBOXED_TEZOS",
            "--ddb-versions=1,0",
            "--p2p-versions=0",
            "--required-difficulty=8.5",
            "--advertised-port=4000",
            "--private",
            "--disable-mempool",
            "--authentication-timeout=3s",
            "--connection-timeout=1m",
            "--frame-size=1000");
    HandshakeConfig config = options.toConfig();

    assertThat(config.announcedVersion()).hasToString("SANDBOXED_TEZOS (ddb 1, p2p 0)");
    assertThat(config.distributedDbVersions()).containsExactly(0, 1);
    assertThat(config.requiredDifficulty()).isEqualTo(Difficulty.of(8.5));
    assertThat(config.metadata().value()).isEqualTo(new ConnectionMetadata(true, true));
    assertThat(config.inboundTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.outboundTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.toLimits().frameSize()).isEqualTo(1000);
    assertThat(options.toAnnouncement()).isEqualTo(new Announcement.Port(4000));
    assertThat(parse("--advertised-port=0").toAnnouncement()).isEqualTo(new Announcement.Nothing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--ddb-versions=65536", "--ddb-versions=-1", "--p2p-versions=1,70000",
        "--frame-size=18", "--frame-size=65536", "--frame-size=-1",
        "--advertised-port=65536", "--advertised-port=-1"
      })
  void a_value_out_of_range_is_refused_and_the_flag_named(String flag) {
    HandshakeOptions options = parse(flag);

    assertThatThrownBy(
            () -> {
              options.toConfig();
              options.toLimits();
              options.toAnnouncement();
            })
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(flag.substring(0, flag.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--ddb-versions=",
        "--ddb-versions=a",
        "--p2p-versions=1,,2",
        "--required-difficulty=257",
        "--frame-size=big",
        "--advertised-port=http",
        "--ddb-versions=99999999999"
      })
  void what_is_no_number_is_refused_by_the_parser(String flag) {
    assertThatThrownBy(() -> parse(flag))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(flag.substring(0, flag.indexOf('=')));
  }

  @Test
  void a_chain_name_too_long_for_a_frame_is_refused() {
    HandshakeOptions options = parse("--chain=" + "x".repeat(65_446));

    assertThatThrownBy(options::toConfig)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("65445");
  }
}
