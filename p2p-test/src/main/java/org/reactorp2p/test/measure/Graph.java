/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.measure;

import java.util.BitSet;

/** Who is connected with whom, and what follows from it. */
public final class Graph {

  private final int nodes;
  private final BitSet running = new BitSet();
  private final BitSet[] neighbours;

  /** Nobody runs, and nobody is connected. */
  public Graph(int nodes) {
    this.nodes = nodes;
    this.neighbours = new BitSet[nodes];
    for (int i = 0; i < nodes; i++) {
      neighbours[i] = new BitSet(nodes);
    }
  }

  /** That one runs, and is connected with nobody yet. */
  public void enter(int node) {
    running.set(node);
    neighbours[node].clear();
  }

  /** That one runs no more. */
  public void leave(int node) {
    running.clear(node);
    neighbours[node].clear();
  }

  /**
   * One says that it is connected with the other.
   *
   * @return whether it did not say so before
   */
  public boolean connect(int one, int other) {
    boolean before = neighbours[one].get(other);
    neighbours[one].set(other);
    return !before;
  }

  /** One says that it is connected with the other no more. */
  public void disconnect(int one, int other) {
    neighbours[one].clear(other);
  }

  /** How many this one reaches over connections, itself included. */
  public int reaches(int node) {
    return spread(node).reached.cardinality();
  }

  /** Connections that only one of the two ends knows of. */
  public int lopsided() {
    int count = 0;
    for (int one = 0; one < nodes; one++) {
      BitSet around = neighbours[one];
      for (int other = around.nextSetBit(0); other >= 0; other = around.nextSetBit(other + 1)) {
        count += neighbours[other].get(one) ? 0 : 1;
      }
    }
    return count;
  }

  /** How many connections this one says it has. */
  public int degree(int node) {
    return neighbours[node].cardinality();
  }

  /** How many run. */
  public int size() {
    return running.cardinality();
  }

  /** Into how many parts those that run have fallen; one is good. */
  public int parts() {
    BitSet left = (BitSet) running.clone();
    int parts = 0;
    for (int node = left.nextSetBit(0); node >= 0; node = left.nextSetBit(0)) {
      left.andNot(spread(node).reached);
      parts++;
    }
    return parts;
  }

  /** The most steps from anybody to anybody whom they can reach. */
  public int diameter() {
    int most = 0;
    for (int node = running.nextSetBit(0); node >= 0; node = running.nextSetBit(node + 1)) {
      most = Math.max(most, spread(node).steps);
    }
    return most;
  }

  private record Spread(BitSet reached, int steps) {}

  /** Whom one reaches, and in how many steps the last of them. */
  private Spread spread(int from) {
    BitSet reached = new BitSet(nodes);
    BitSet edge = new BitSet(nodes);
    reached.set(from);
    edge.set(from);
    int steps = 0;
    while (true) {
      BitSet next = new BitSet(nodes);
      for (int node = edge.nextSetBit(0); node >= 0; node = edge.nextSetBit(node + 1)) {
        next.or(neighbours[node]);
      }
      next.andNot(reached);
      if (next.isEmpty()) {
        return new Spread(reached, steps);
      }
      reached.or(next);
      edge = next;
      steps++;
    }
  }
}
