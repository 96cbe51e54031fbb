/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.util.List;
import java.util.function.Consumer;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.test.scenario.Nodes;
import org.reactorp2p.test.scenario.Scenario;

/**
 * What is simulated. The same plan, with the same code, happens twice in the same way.
 *
 * @param nodes how many, numbered from 0
 * @param seed of everything that is left to chance
 * @param scenario what is done to them, and when
 * @param acquaintances how many others, drawn by lot, each node is told of when it starts
 * @param codec the application's messages
 * @param setup how the nodes differ from the defaults
 * @param application is told of each node when it has started, on the simulation's thread; after a
 *     restart again
 * @param reader is told each line of the event log
 * @param <M> the application's messages
 */
public record SimulationPlan<M>(
    int nodes,
    long seed,
    Scenario scenario,
    int acquaintances,
    MessageCodec<M> codec,
    NodeSetup<M> setup,
    Consumer<SimulatedNode<M>> application,
    Consumer<String> reader) {

  private static final int DEFAULT_ACQUAINTANCES = 8;

  /** Refuses a world that is empty or too large. */
  public SimulationPlan {
    if (nodes < 1 || nodes > Nodes.MOST) {
      throw new IllegalArgumentException(
          "1 to %d nodes can be simulated, not %d".formatted(Nodes.MOST, nodes));
    }
    if (acquaintances < 0) {
      throw new IllegalArgumentException(
          "a node is told of no fewer than 0 others, not " + acquaintances);
    }
  }

  /** So many nodes with the defaults of the library, and nothing done to them. */
  public static <M> SimulationPlan<M> of(int nodes, long seed, MessageCodec<M> codec) {
    return new SimulationPlan<>(
        nodes,
        seed,
        new Scenario(List.of()),
        DEFAULT_ACQUAINTANCES,
        codec,
        usual -> usual,
        node -> {},
        line -> {});
  }

  /** The same with this done to it. */
  public SimulationPlan<M> withScenario(Scenario other) {
    return new SimulationPlan<>(
        nodes, seed, other, acquaintances, codec, setup, application, reader);
  }

  /** The same with another number of others to begin with. */
  public SimulationPlan<M> withAcquaintances(int others) {
    return new SimulationPlan<>(nodes, seed, scenario, others, codec, setup, application, reader);
  }

  /** The same with nodes that are set up in another way. */
  public SimulationPlan<M> withSetup(NodeSetup<M> other) {
    return new SimulationPlan<>(
        nodes, seed, scenario, acquaintances, codec, other, application, reader);
  }

  /** The same with this on every node. */
  public SimulationPlan<M> withApplication(Consumer<SimulatedNode<M>> other) {
    return new SimulationPlan<>(nodes, seed, scenario, acquaintances, codec, setup, other, reader);
  }

  /** The same with somebody who reads the event log. */
  public SimulationPlan<M> withReader(Consumer<String> other) {
    return new SimulationPlan<>(
        nodes, seed, scenario, acquaintances, codec, setup, application, other);
  }
}
