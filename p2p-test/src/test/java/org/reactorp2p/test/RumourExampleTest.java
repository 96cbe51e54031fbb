/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.test.scenario.ScenarioException;
import org.reactorp2p.test.scenario.ScenarioReader;

/** The example of docs/testing-your-application.md, which shows what stands between the marks. */
class RumourExampleTest {

  // example
  /** The application: whoever hears a rumour for the first time passes it on. */
  private static void gossip(
      SimulatedNode<String> node, Map<Integer, Duration> heard, Clock clock) {
    var network = node.network().orElseThrow();
    network
        .receiveAny()
        .subscribe(
            rumour -> {
              if (heard.putIfAbsent(node.number(), clock.now()) == null) {
                network.broadcast(rumour.message());
              }
            });
  }

  @Test
  void a_rumour_reaches_everybody_within_a_second_and_the_other_side_when_the_cut_is_healed()
      throws ScenarioException {
    var scenario =
        ScenarioReader.read(
            """
            0s    latency 10ms to 150ms
            0s    start all over 30s
            5m    expect all band
            10m   cut 0-19 from 20-39
            20m   heal
            22m30s expect all band
            """);
    Map<Integer, Duration> heard = new HashMap<>();
    var world = new Clock();
    var plan =
        SimulationPlan.of(40, 1, MessageCodec.text(0x10, 1000))
            .withScenario(scenario)
            .withSetup(usual -> usual.bounds(Bounds.around(10)))
            .withApplication(node -> gossip(node, heard, world));
    try (var simulation = P2pSimulation.of(plan)) {
      world.of(simulation);
      simulation.pass(Duration.ofMinutes(6));
      simulation.node(7).network().orElseThrow().broadcast("the king is dead");
      simulation.pass(Duration.ofSeconds(1));
      assertThat(heard).as("the first rumour").hasSizeBetween(39, 40);

      heard.clear();
      simulation.pass(Duration.ofMinutes(9));
      simulation.node(7).network().orElseThrow().broadcast("long live the king");
      simulation.pass(Duration.ofSeconds(1));
      assertThat(heard.keySet()).as("on this side of the cut").allMatch(number -> number < 20);

      simulation.pass(Duration.ofMinutes(10));
      assertThat(simulation.graph().parts()).isEqualTo(1);
      assertThat(simulation.failures()).isEmpty();
    }
  }

  // end
  /** The time of a simulation that does not exist yet when its application is described. */
  private static final class Clock {
    private P2pSimulation<?> simulation;

    void of(P2pSimulation<?> other) {
      simulation = other;
    }

    Duration now() {
      return simulation.passed();
    }
  }

  @Test
  void the_page_shows_this_example() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/org/reactorp2p/test/RumourExampleTest.java"));
    String example = source.split("// example\n")[1].split("// end\n")[0];
    String page = Files.readString(Path.of("../docs/testing-your-application.md"));
    for (String line : example.split("\n")) {
      assertThat(page).as("docs/testing-your-application.md").contains(line.strip());
    }
  }
}
