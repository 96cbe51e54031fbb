/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.Locale;
import java.util.stream.IntStream;

/** Who dials whom when a swarm starts. */
enum Shape {

  /** All know the first only. */
  STAR {
    @Override
    IntStream dialled(int node, int nodes) {
      return node == 0 ? IntStream.empty() : IntStream.of(0);
    }

    /** The first one sends to all others, or passes on to all but two. */
    @Override
    int uploads(int nodes) {
      return (nodes - 1) * (1 + Math.max(1, nodes - 2));
    }
  },

  /** Everybody knows the one before, and the last also the first. */
  RING {
    @Override
    IntStream dialled(int node, int nodes) {
      if (node == 0) {
        return IntStream.empty();
      }
      boolean closes = node == nodes - 1 && node > 1;
      return closes ? IntStream.of(node - 1, 0) : IntStream.of(node - 1);
    }

    /** Whoever begins sends both ways, and nobody who passes it on sends more. */
    @Override
    int uploads(int nodes) {
      return nodes == 2 ? nodes : 2 * nodes;
    }
  };

  /**
   * The nodes that this one dials, all of them started before it.
   *
   * @param node from 0
   * @param nodes how many there are
   */
  abstract IntStream dialled(int node, int nodes);

  /**
   * How often the busiest node of each broadcast sends the file, of all broadcasts together: what
   * they take under a limit.
   */
  abstract int uploads(int nodes);

  /** Connections of the whole swarm. */
  int connections(int nodes) {
    return IntStream.range(0, nodes).map(node -> (int) dialled(node, nodes).count()).sum();
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
