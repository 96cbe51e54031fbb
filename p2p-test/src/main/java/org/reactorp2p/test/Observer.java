/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.test.log.EventLog;
import org.reactorp2p.test.time.VirtualTime;

/** Hears everything, writes it down, and notices what must never be. */
final class Observer<M> {

  /** More would say nothing new. */
  private static final int MOST_FAILURES = 1000;

  private final VirtualTime time;
  private final EventLog log;
  private final int max;
  private final List<Set<PeerId>> connected = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private long opened;
  private long ended;

  /**
   * @param max connections of one node
   */
  Observer(VirtualTime time, EventLog log, int nodes, int max) {
    this.time = time;
    this.log = log;
    this.max = max;
    for (int i = 0; i < nodes; i++) {
      connected.add(new HashSet<>());
    }
  }

  /** Something was done to the world. */
  void done(Object what) {
    log.add(time.passed(), "world", what);
  }

  /** A node begins another life, and knows nothing of the connections of the one before. */
  void begins(SimulatedNode<M> node) {
    connected.get(node.number()).clear();
  }

  /** A node told of this. */
  void happened(SimulatedNode<M> node, P2pEvent event) {
    log.add(time.passed(), node.toString(), event);
    Set<PeerId> peers = connected.get(node.number());
    if (event instanceof P2pEvent.Connected now) {
      opened++;
      if (!peers.add(now.info().peerId())) {
        fail(node + " has two connections with " + now.info().peerId());
      }
      if (peers.size() > max) {
        fail(node + " has " + peers.size() + " connections, more than " + max);
      }
    } else if (event instanceof P2pEvent.Disconnected past) {
      ended++;
      peers.remove(past.info().peerId());
    } else if (event instanceof P2pEvent.EventsLost lost) {
      fail(node + " told of too much at once: " + lost);
    }
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
