/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;

class SwarmCommandTest {

  @TempDir Path directory;

  private static void assertRefused(CommandRun run, String named) {
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains(named);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nodes=1",
        "--nodes=101",
        "--nodes=-8",
        "--nodes=eight",
        "--message-size=0",
        "--message-size=1048577",
        "--timeout=0",
        "--timeout=3601",
        "--upload-limit=0",
        "--upload-limit=fast",
        "--download-limit=-1"
      })
  void a_number_out_of_range_is_refused_and_the_flag_named(String flag) {
    assertRefused(CommandRun.of("swarm", flag), flag.substring(0, flag.indexOf('=')));
  }

  @Test
  void a_limit_under_which_the_time_is_too_short_is_refused_before_anything_starts()
      throws IOException {
    Path file = Files.write(directory.resolve("file"), new byte[1 << 20]);
    CommandRun run =
        CommandRun.of("swarm", "--upload-limit=64KiB", "--timeout=9", "--file", file.toString());
    // The first of eight nodes sends it 49 times.
    assertRefused(run, "784 s, and --timeout is 9");
  }

  @Test
  void a_file_that_is_missing_or_a_directory_or_too_long_is_refused() throws IOException {
    Path missing = directory.resolve("missing");
    assertRefused(CommandRun.of("swarm", "--file", missing.toString()), missing.toString());
    assertRefused(CommandRun.of("swarm", "--file", directory.toString()), directory.toString());

    Path huge = directory.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength((64L << 20) + 1);
    }
    assertRefused(CommandRun.of("swarm", "--file", huge.toString()), "64 MiB");
  }
}
