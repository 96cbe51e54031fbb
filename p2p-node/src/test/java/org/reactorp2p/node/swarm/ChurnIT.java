/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;

/** Nodes that leave and come, on real sockets. */
@Timeout(90)
class ChurnIT {

  @TempDir Path directory;

  @Test
  void every_node_stays_in_its_band_while_others_leave_and_come() throws Exception {
    Path plot = directory.resolve("churn.svg");

    CommandRun run =
        CommandRun.of("swarm", "--nodes=15", "--churn", "--timeout=25", "--svg", plot.toString());

    assertThat(run.status()).as(run.err() + run.out()).isEqualTo(ExitStatus.OK);
    assertThat(run.out()).contains("all stayed in the band").contains("band 2 to 7");
    assertThat(Files.readString(plot)).startsWith("<svg").contains("15 nodes");
  }

  @Test
  void fewer_than_ten_nodes_cannot_churn() {
    CommandRun run = CommandRun.of("swarm", "--nodes=9", "--churn");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("--nodes 9 cannot be used: give a number from 10 to 100");
  }
}
