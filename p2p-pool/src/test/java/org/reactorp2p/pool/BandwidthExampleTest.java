/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.pool.score.PeerScore;
import org.reactorp2p.scheduler.ByteRate;
import org.reactorp2p.scheduler.FlowStat;

/** The example in docs/fair-share.md of what a network does with a limit. */
class BandwidthExampleTest {

  private static final String BEGIN = "    // example";
  private static final String END = "    // end of example";

  private final P2pNetworkBuilder<String, ?, ?> builder = new Town(3).node(1);

  @Test
  void the_example_compiles_and_runs() {
    // example
    P2pNetwork<String, ?, ?> network =
        builder
            .uploadLimit(ByteRate.parse("2MiB"))
            .downloadLimit(ByteRate.parse("512KiB"))
            .score(PeerScore.ofConnected(peer -> peer.metadata().privateNode() ? 4 : 1))
            .build();

    BandwidthLimits other = network.bandwidth().limits().withUpload(ByteRate.parse("1.5MB"));
    network.bandwidth().limits(other); // at any time
    FlowStat sent = network.bandwidth().stat().upload();
    // end of example

    assertThat(network.bandwidth().limits())
        .isEqualTo(new BandwidthLimits(ByteRate.of(1_500_000), ByteRate.ofKibibytes(512)));
    assertThat(sent.totalBytes()).isZero();
  }

  @Test
  void the_page_shows_the_example_that_runs() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java/org/reactorp2p/pool/BandwidthExampleTest.java"));
    String example =
        String.join(
            "\n",
            lines.subList(lines.indexOf(BEGIN) + 1, lines.indexOf(END)).stream()
                .map(line -> line.isEmpty() ? line : line.substring(BEGIN.indexOf('/')))
                .toList());

    assertThat(Path.of("../docs/fair-share.md"))
        .content()
        .contains("```java\n" + example + "\n```");
  }
}
