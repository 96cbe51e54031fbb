/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.WorkFailedException;
import org.reactorp2p.pool.Environment;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.scheduler.ByteRate;

/** Swarms on real sockets. */
@Timeout(60)
class SwarmIT {

  @TempDir Path directory;
  private final TcpTransport transport = TcpTransport.create(TcpConfig.defaults());

  @AfterEach
  void endTheThreads() {
    transport.disposeLater().block();
  }

  private Path file(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return Files.write(directory.resolve("file"), content);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 100_000})
  void every_node_gets_the_file_of_every_other_as_it_is(int length) throws IOException {
    Path file = file(length);

    CommandRun run = CommandRun.of("swarm", "--nodes=4", "--file", file.toString());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.OK);
    String digest = FileDigest.of(Files.readAllBytes(file));
    assertThat(run.out().lines().filter(line -> line.endsWith(digest))).hasSize(4 + 1);
    assertThat(run.out()).contains("4 nodes, 3 connections, 4 broadcasts of " + length + " bytes");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void on_a_ring_every_piece_reaches_every_node_though_it_comes_from_two_sides() {
    byte[] file = new byte[300_000];
    new Random(1).nextBytes(file);
    SwarmPlan plan =
        new SwarmPlan(5, Shape.RING, file, 1000, BandwidthLimits.UNLIMITED, Duration.ofSeconds(30));
    try (Swarm swarm = new Swarm(plan, Environment.over(transport), System::nanoTime)) {
      List<NodeResult> results = swarm.run();

      assertThat(results).allMatch(result -> result.connections() == 2);
      assertThat(results).allMatch(result -> result.agrees(4, FileDigest.of(file)));
      assertThat(results).anyMatch(result -> result.messages() > 4 * 300);
    }
  }

  @Test
  void S_01_under_a_limit_every_node_keeps_to_it_and_serves_its_peers_alike() {
    byte[] file = new byte[300_000];
    new Random(2).nextBytes(file);
    ByteRate limit = ByteRate.ofMebibytes(1);
    BandwidthLimits limits = BandwidthLimits.UNLIMITED.withUpload(limit);
    SwarmPlan plan = new SwarmPlan(4, Shape.STAR, file, 1000, limits, Duration.ofSeconds(50));
    try (Swarm swarm = new Swarm(plan, Environment.over(transport), System::nanoTime)) {
      List<NodeResult> results = swarm.run();

      assertThat(results).allMatch(result -> result.agrees(3, FileDigest.of(file)));
      assertThat(results).allMatch(NodeResult::keptLimits);
      FlowResult busiest = results.get(0).upload();
      assertThat(busiest.bytes()).isGreaterThan(9 * file.length);
      assertThat(busiest.utilisation().orElseThrow()).isBetween(0.5, 1.2);
      assertThat(busiest.fairness().orElseThrow()).isGreaterThan(0.95);
    }
  }

  @Test
  void it_gives_up_when_the_time_is_over() {
    SwarmPlan plan =
        new SwarmPlan(
            3, Shape.STAR, new byte[1], 1, BandwidthLimits.UNLIMITED, Duration.ofNanos(1));
    try (Swarm swarm = new Swarm(plan, Environment.over(transport), System::nanoTime)) {
      assertThatThrownBy(swarm::run)
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("after 0 s");
    }
  }
}
