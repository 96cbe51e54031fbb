/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.pool.NetworkConfig;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.test.measure.Graph;
import org.reactorp2p.test.measure.Sample;
import org.reactorp2p.test.scenario.Action;
import org.reactorp2p.test.scenario.Condition;

/** Asks all nodes how they are. */
final class Census<M> {

  private static final int MOST_NAMED = 5;

  private final World world;
  private final List<SimulatedNode<M>> nodes;
  private final Observer<M> observer;
  private final List<Sample> samples = new ArrayList<>();
  private long endedBefore;

  Census(World world, List<SimulatedNode<M>> nodes, Observer<M> observer) {
    this.world = world;
    this.nodes = nodes;
    this.observer = observer;
  }

  /** Takes a picture, and keeps it. */
  Sample take() {
    Graph graph = observer.graph();
    int[] degrees =
        nodes.stream()
            .filter(SimulatedNode::isRunning)
            .mapToInt(node -> graph.degree(node.number()))
            .sorted()
            .toArray();
    Sample sample = sample(graph, degrees);
    samples.add(sample);
    return sample;
  }

  private Sample sample(Graph graph, int[] sorted) {
    int inBand = 0;
    for (SimulatedNode<M> node : nodes) {
      inBand += node.isRunning() && isInBand(node, graph.degree(node.number())) ? 1 : 0;
    }
    long ended = observer.ended() - endedBefore;
    endedBefore = observer.ended();
    boolean nobody = sorted.length == 0;
    return new Sample(
        world.time().passed(),
        sorted.length,
        nobody ? 0 : sorted[0],
        nobody ? 0 : sorted[sorted.length / 2],
        nobody ? 0 : sorted[sorted.length - 1],
        inBand,
        graph.parts(),
        graph.diameter(),
        ended);
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** Complains if it is not as it should be. */
  void judge(Action.Expect expected) {
    Graph graph = observer.graph();
    List<String> wrong = new ArrayList<>();
    for (SimulatedNode<M> node : nodes) {
      if (node.isRunning()
          && expected.nodes().contains(node.number())
          && !holds(expected.condition(), graph, node)) {
        wrong.add(node + " (" + graph.degree(node.number()) + ")");
      }
    }
    if (!wrong.isEmpty()) {
      Duration at = world.time().passed();
      observer.fail(
          "%d of %d running nodes are not as expected, %s, after %s: %s"
              .formatted(
                  wrong.size(),
                  graph.size(),
                  expected,
                  at,
                  String.join(", ", wrong.subList(0, Math.min(MOST_NAMED, wrong.size())))));
    }
  }

  private boolean holds(Condition condition, Graph graph, SimulatedNode<M> node) {
    int degree = graph.degree(node.number());
    return switch (condition) {
      case MIN -> bounds(node).filter(bounds -> degree >= bounds.min()).isPresent();
      case BAND -> isInBand(node, degree);
      case REACHABLE -> graph.reaches(node.number()) == graph.size();
      case ALONE -> degree == 0;
    };
  }

  private boolean isInBand(SimulatedNode<M> node, int degree) {
    return bounds(node)
        .filter(bounds -> degree >= bounds.minTarget() && degree <= bounds.maxTarget())
        .isPresent();
  }

  private Optional<Bounds> bounds(SimulatedNode<M> node) {
    return node.config().map(NetworkConfig::bounds);
  }
}
