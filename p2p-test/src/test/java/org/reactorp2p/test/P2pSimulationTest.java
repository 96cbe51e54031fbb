/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.pool.NetworkConfig;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.test.scenario.Action;
import org.reactorp2p.test.scenario.Condition;
import org.reactorp2p.test.scenario.Malice;
import org.reactorp2p.test.scenario.Nodes;
import org.reactorp2p.test.weather.Addresses;

class P2pSimulationTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  /** A clique of six: everybody dials everybody. */
  private static SimulationPlan<String> clique() {
    return SimulationPlan.of(6, 1, MessageCodec.text(0x10, 1000))
        .withAcquaintances(0)
        .withSetup(usual -> usual.config(knowingEverybody(usual.config())));
  }

  private static NetworkConfig knowingEverybody(NetworkConfig config) {
    return config
        .withMaintenance(MaintenanceConfig.OFF)
        .withBounds(new Bounds(5, 5, 5))
        .withPeers(
            IntStream.range(0, 6)
                .mapToObj(Addresses::point)
                .filter(point -> !config.listen().orElseThrow().equals(point))
                .map(PeerAddress::of)
                .toList());
  }

  private static P2pSimulation<String> running() {
    P2pSimulation<String> simulation = P2pSimulation.of(clique());
    simulation.act(new Action.Start(Nodes.ALL, AT_ONCE));
    simulation.pass(Duration.ofMinutes(1));
    assertThat(degrees(simulation)).containsOnly(5);
    return simulation;
  }

  private static List<Integer> degrees(P2pSimulation<?> simulation) {
    var graph = simulation.graph();
    return simulation.nodes().stream().map(node -> graph.degree(node.number())).toList();
  }

  @Test
  void a_stopped_node_is_gone_and_comes_back_with_its_book() {
    try (P2pSimulation<String> simulation = running()) {
      simulation.act(new Action.Stop(Nodes.of(2)));
      simulation.pass(Duration.ofSeconds(10));
      assertThat(degrees(simulation)).containsExactly(4, 4, 0, 4, 4, 4);
      assertThat(simulation.node(2).network()).isEmpty();
      simulation.act(new Action.Start(Nodes.of(2), AT_ONCE));
      simulation.pass(Duration.ofMillis(1));
      var known = new ArrayList<>();
      var network = simulation.node(2).network().orElseThrow();
      network.known().peers().subscribe(peer -> known.add(peer.id()));
      simulation.pass(Duration.ofMinutes(2));
      assertThat(known).hasSize(5);
      assertThat(degrees(simulation)).containsOnly(5);
      assertThat(simulation.failures()).isEmpty();
    }
  }

  @Test
  void a_killed_node_says_no_good_bye_and_its_port_is_free_at_once() {
    List<String> lines = new ArrayList<>();
    try (var simulation = P2pSimulation.of(clique().withReader(lines::add))) {
      simulation.act(new Action.Start(Nodes.ALL, AT_ONCE));
      simulation.pass(Duration.ofMinutes(1));
      simulation.act(new Action.Kill(Nodes.of(2)));
      simulation.pass(Duration.ofMillis(1));
      assertThat(lines)
          .filteredOn(line -> line.contains("Disconnected["))
          .hasSize(5)
          .noneMatch(line -> line.contains("node 2 "));
      simulation.act(new Action.Start(Nodes.of(2), AT_ONCE));
      simulation.pass(Duration.ofMinutes(2));
      assertThat(degrees(simulation)).containsOnly(5);
    }
  }

  @Test
  void N_05_a_short_cut_is_not_even_noticed_and_a_long_one_is_mended_afterwards() {
    try (P2pSimulation<String> simulation = running()) {
      long before = simulation.opened();
      simulation.act(new Action.Cut(Nodes.range(0, 2), Nodes.range(3, 5)));
      simulation.pass(Duration.ofSeconds(30));
      simulation.act(new Action.Heal());
      simulation.pass(Duration.ofMinutes(5));
      assertThat(simulation.opened()).isEqualTo(before);
      simulation.act(new Action.Cut(Nodes.range(0, 2), Nodes.range(3, 5)));
      simulation.pass(Duration.ofMinutes(5));
      assertThat(degrees(simulation)).containsOnly(2);
      assertThat(simulation.graph().parts()).isEqualTo(2);
      simulation.act(new Action.Heal());
      simulation.pass(Duration.ofMinutes(5));
      assertThat(degrees(simulation)).containsOnly(5);
    }
  }

  @Test
  void lost_links_come_back() {
    try (P2pSimulation<String> simulation = running()) {
      long before = simulation.opened();
      simulation.act(new Action.Lose(100, Nodes.of(1)));
      simulation.pass(Duration.ofMinutes(3));
      assertThat(simulation.opened()).isEqualTo(before + 10);
      assertThat(degrees(simulation)).containsOnly(5);
    }
  }

  @Test
  void X_08_a_process_that_was_frozen_for_ten_minutes_finds_its_peers_again() {
    try (P2pSimulation<String> simulation = running()) {
      simulation.act(new Action.Freeze(Nodes.of(4)));
      simulation.pass(Duration.ofMinutes(10));
      simulation.act(new Action.Thaw(Nodes.of(4)));
      simulation.pass(Duration.ofMinutes(3));
      assertThat(degrees(simulation)).containsOnly(5);
      simulation
          .nodes()
          .forEach(
              node ->
                  node.network()
                      .orElseThrow()
                      .access()
                      .snapshot()
                      .subscribe(lists -> assertThat(lists.greylist()).isEmpty()));
      simulation.pass(AT_ONCE);
    }
  }

  @Test
  void a_clock_set_back_harms_neither_a_running_node_nor_a_restart() {
    try (P2pSimulation<String> simulation = running()) {
      simulation.act(new Action.Clock(Nodes.of(3), Duration.ofDays(-400)));
      simulation.pass(Duration.ofMinutes(10));
      assertThat(degrees(simulation)).containsOnly(5);
      simulation.act(new Action.Stop(Nodes.of(3)));
      simulation.pass(Duration.ofSeconds(10));
      simulation.act(new Action.Start(Nodes.of(3), AT_ONCE));
      simulation.pass(Duration.ofMinutes(3));
      assertThat(degrees(simulation)).containsOnly(5);
    }
  }

  @Test
  void slow_and_distant_nodes_are_connected_all_the_same() {
    try (var simulation = P2pSimulation.of(clique())) {
      simulation.act(new Action.Latency(Duration.ofMillis(20), Duration.ofMillis(300)));
      simulation.act(new Action.Slow(Nodes.range(0, 2), Duration.ofMillis(20)));
      simulation.act(new Action.Start(Nodes.ALL, Duration.ofSeconds(5)));
      simulation.pass(Duration.ofMinutes(3));
      assertThat(degrees(simulation)).containsOnly(5);
    }
  }

  @Test
  void whoever_means_ill_gets_no_connection_and_breaks_none() {
    for (Malice malice : Malice.values()) {
      try (P2pSimulation<String> simulation = running()) {
        simulation.act(new Action.Hostile(Nodes.of(5), malice));
        simulation.pass(Duration.ofMinutes(10));
        assertThat(degrees(simulation)).as("%s", malice).containsExactly(4, 4, 4, 4, 4, 0);
        assertThat(simulation.failures()).isEmpty();
      }
    }
  }

  @Test
  void what_is_expected_and_is_not_so_is_a_failure_with_its_time_and_its_nodes() {
    try (P2pSimulation<String> simulation = running()) {
      for (Condition condition : Condition.values()) {
        simulation.act(new Action.Expect(Nodes.ALL, condition));
      }
      assertThat(simulation.failures())
          .singleElement()
          .satisfies(
              failure -> {
                assertThat(failure.at()).isEqualTo(Duration.ofMinutes(1));
                assertThat(failure.sentence())
                    .startsWith("6 of 6 running nodes are not as expected, expect all alone")
                    .contains("node 0 (5)");
              });
    }
  }

  @Test
  void an_application_is_told_of_every_life_of_a_node_and_may_use_its_network() {
    List<String> told = new ArrayList<>();
    var plan =
        clique()
            .withApplication(
                node ->
                    node.network()
                        .orElseThrow()
                        .receiveAny()
                        .subscribe(received -> told.add(node + " " + received.message())));
    try (var simulation = P2pSimulation.of(plan)) {
      simulation.act(new Action.Start(Nodes.ALL, AT_ONCE));
      simulation.pass(Duration.ofMinutes(1));
      simulation.act(new Action.Kill(Nodes.of(0)));
      simulation.act(new Action.Start(Nodes.of(0), AT_ONCE));
      simulation.pass(Duration.ofMinutes(3));
      simulation.node(5).network().orElseThrow().broadcast("good day");
      simulation.pass(Duration.ofSeconds(1));
      assertThat(told)
          .containsExactlyInAnyOrder(
              "node 0 good day",
              "node 1 good day",
              "node 2 good day",
              "node 3 good day",
              "node 4 good day");
    }
  }

  @Test
  void what_an_application_throws_ends_the_simulation_with_it() {
    var plan =
        clique()
            .withApplication(
                node -> {
                  throw new IllegalStateException("the application is broken");
                });
    try (var simulation = P2pSimulation.of(plan)) {
      simulation.act(new Action.Start(Nodes.of(0), AT_ONCE));
      assertThatThrownBy(() -> simulation.pass(Duration.ofSeconds(1)))
          .hasMessageContaining("the application is broken");
    }
  }

  @Test
  void a_world_without_nodes_or_with_too_many_is_refused() {
    var codec = MessageCodec.text(0x10, 1000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulationPlan.of(0, 1, codec))
        .withMessageContaining("1 to 10000 nodes");
    assertThatIllegalArgumentException().isThrownBy(() -> SimulationPlan.of(10_001, 1, codec));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulationPlan.of(3, 1, codec).withAcquaintances(-1));
  }
}
