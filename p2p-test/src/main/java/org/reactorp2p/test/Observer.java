/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.test.log.EventLog;
import org.reactorp2p.test.measure.Graph;
import org.reactorp2p.test.time.VirtualTime;
import org.reactorp2p.test.weather.Addresses;

/** Hears everything, writes it down, and notices what must never be. */
final class Observer<M> {

  /** More would say nothing new. */
  private static final int MOST_FAILURES = 1000;

  private final VirtualTime time;
  private final EventLog log;
  private final Graph graph;
  private final List<Failure> failures = new ArrayList<>();
  private long opened;
  private long ended;

  Observer(VirtualTime time, EventLog log, int nodes) {
    this.time = time;
    this.log = log;
    this.graph = new Graph(nodes);
  }

  /** Something was done to the world. */
  void done(Object what) {
    log.add(time.passed(), "world", what);
  }

  /** A node begins another life. */
  void begins(SimulatedNode<M> node) {
    graph.enter(node.number());
  }

  /** A node is gone, and nothing of what it has is told any more. */
  void ends(SimulatedNode<M> node) {
    graph.leave(node.number());
  }

  /** Who says to be connected with whom right now. */
  Graph graph() {
    return graph;
  }

  /** A node told of this. */
  void happened(SimulatedNode<M> node, P2pEvent event) {
    log.add(time.passed(), node.toString(), event);
    if (event instanceof P2pEvent.Connected now) {
      opened++;
      connected(node, Addresses.number(now.info().remote().address()));
    } else if (event instanceof P2pEvent.Disconnected past) {
      ended++;
      graph.disconnect(node.number(), Addresses.number(past.info().remote().address()));
    } else if (event instanceof P2pEvent.EventsLost lost) {
      fail(node + " told of too much at once: " + lost);
    }
  }

  private void connected(SimulatedNode<M> node, int other) {
    if (!graph.connect(node.number(), other)) {
      fail(node + " has two connections with node " + other);
    }
    int count = graph.degree(node.number());
    node.config()
        .map(config -> config.limits().maxConnections())
        .filter(most -> count > most)
        .ifPresent(most -> fail(node + " has " + count + " connections, more than " + most));
  }

  void fail(String sentence) {
    Duration at = time.passed();
    log.add(at, "world", "FAILED " + sentence);
    if (failures.size() < MOST_FAILURES) {
      failures.add(new Failure(at, sentence));
    }
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** Ends of connections that came about so far. */
  long opened() {
    return opened;
  }

  /** Ends of connections that are over. */
  long ended() {
    return ended;
  }
}
