/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.test.measure.Graph;
import org.reactorp2p.test.measure.Sample;
import org.reactorp2p.test.scenario.Action;

/** Asks all nodes how they are. */
final class Census<M> {

  private static final int MOST_NAMED = 5;

  private final World world;
  private final List<SimulatedNode<M>> nodes;
  private final Band band;
  private final Observer<M> observer;
  private final Map<PeerId, Integer> numbers = new HashMap<>(); // asked, never gone through
  private final List<Sample> samples = new ArrayList<>();
  private long endedBefore;

  Census(World world, List<SimulatedNode<M>> nodes, Band band, Observer<M> observer) {
    this.world = world;
    this.nodes = nodes;
    this.band = band;
    this.observer = observer;
    nodes.forEach(node -> numbers.put(node.peerId(), node.number()));
  }

  /** Who is connected with whom. */
  Graph graph() {
    Graph graph = new Graph(nodes.size());
    for (SimulatedNode<M> node : nodes) {
      node.network()
          .ifPresent(
              network -> {
                graph.run(node.number());
                neighbours(network, node.number(), graph);
              });
    }
    return graph;
  }

  private void neighbours(P2pNetwork<M, ?, ?> network, int number, Graph graph) {
    for (PeerConnection<M> connection : network.connections()) {
      Integer other = numbers.get(connection.info().peerId());
      if (other != null) {
        graph.connect(number, other);
      }
    }
  }

  /** Takes a picture, and keeps it. */
  Sample take() {
    Graph graph = graph();
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
    for (int degree : sorted) {
      inBand += degree >= band.minTarget() && degree <= band.maxTarget() ? 1 : 0;
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
    Graph graph = graph();
    List<String> wrong = new ArrayList<>();
    for (SimulatedNode<M> node : nodes) {
      if (node.isRunning()
          && expected.nodes().contains(node.number())
          && !holds(expected, graph, node.number())) {
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

  private boolean holds(Action.Expect expected, Graph graph, int node) {
    int degree = graph.degree(node);
    return switch (expected.condition()) {
      case MIN -> degree >= band.min();
      case BAND -> degree >= band.minTarget() && degree <= band.maxTarget();
      case REACHABLE -> graph.reaches(node) == graph.size();
      case ALONE -> degree == 0;
    };
  }
}
