/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;

class NodeCommandTest {

  @TempDir Path directory;

  private static void assertRefused(CommandRun run, String named) {
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains(named);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_node_without_anybody_to_talk_to_is_refused() {
    assertRefused(CommandRun.of("node"), "--listen");
  }

  @ParameterizedTest
  @CsvSource({
    "--listen=9732, --listen",
    "--listen=127.0.0.1:http, --listen",
    "--peer=127.0.0.1, --peer",
    "--peer=127.0.0.1:0, --peer",
    "--peer=127.0.0.1:9732#idnobody, 30 characters",
    "--send=10, --send",
    "--send=05:00, 0x10",
    "--ddb-versions=70000, --ddb-versions",
    "--p2p-versions=, --p2p-versions",
    "--required-difficulty=300, --required-difficulty",
    "--advertised-port=70000, --advertised-port",
    "--frame-size=5, --frame-size",
    "--authentication-timeout=0s, --authentication-timeout",
    "--connection-timeout=2h, --connection-timeout",
    "--trusted=nobody, --trusted",
    "--trusted=idnobody, --trusted",
    "--ban=10.0.0.1/8, the block is 10.0.0.0/8",
    "--max-connections=0, --max-connections",
    "--max-incoming=0, --max-incoming",
    "--max-dials=0, --max-dials",
    "--max-per-address=0, --max-per-address",
    "--max-per-block=7, --max-per-block",
    "--reserved-for-trusted=-1, --reserved-for-trusted",
    "--greylist-address-time=10, --greylist-address-time",
    "--greylist-peer-time=366d, --greylist-peer-time",
    "--upload-limit=2Mb, --upload-limit",
    "--download-limit=0, --download-limit",
    "--identity=/nowhere/identity.json, does not exist",
    "--peer=127.0.0.1:9, dialled twice"
  })
  void a_bad_flag_is_one_sentence_that_names_it(String flag, String named) {
    assertRefused(CommandRun.of("node", "--peer=127.0.0.1:9", flag), named);
  }

  @Test
  void an_identity_with_too_little_work_for_our_own_demands_is_refused() throws Exception {
    Path file = directory.resolve("identity.json");
    assertThat(CommandRun.of("identity", "generate", "--difficulty=0", file.toString()).status())
        .isZero();
    assertThat(Files.exists(file)).isTrue();

    assertRefused(
        CommandRun.of(
            "node", "--listen=127.0.0.1:0", "--required-difficulty=60", "--identity=" + file),
        "proof of work");
  }
}
