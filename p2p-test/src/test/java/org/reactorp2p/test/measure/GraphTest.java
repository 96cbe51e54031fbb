/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphTest {

  private static Graph running(int nodes) {
    Graph graph = new Graph(nodes);
    for (int i = 0; i < nodes; i++) {
      graph.enter(i);
    }
    return graph;
  }

  private static void join(Graph graph, int one, int other) {
    graph.connect(one, other);
    graph.connect(other, one);
  }

  @Test
  void a_chain_is_as_long_as_it_is_and_a_ring_half_as_long() {
    Graph graph = running(10);
    for (int i = 0; i < 9; i++) {
      join(graph, i, i + 1);
    }
    assertThat(graph.diameter()).isEqualTo(9);
    join(graph, 9, 0);
    assertThat(graph.diameter()).isEqualTo(5);
    assertThat(graph.parts()).isEqualTo(1);
    assertThat(graph.degree(4)).isEqualTo(2);
    assertThat(graph.lopsided()).isZero();
  }

  @Test
  void islands_are_parts_and_who_does_not_run_is_none() {
    Graph graph = new Graph(70);
    for (int i : new int[] {0, 1, 65, 66, 69}) {
      graph.enter(i);
    }
    join(graph, 0, 1);
    join(graph, 65, 66);
    assertThat(graph.size()).isEqualTo(5);
    assertThat(graph.parts()).isEqualTo(3);
    assertThat(graph.reaches(66)).isEqualTo(2);
    assertThat(graph.reaches(69)).isEqualTo(1);
  }

  @Test
  void what_only_one_end_knows_of_is_lopsided() {
    Graph graph = running(3);
    join(graph, 0, 1);
    graph.connect(1, 2);
    assertThat(graph.lopsided()).isEqualTo(1);
    assertThat(graph.connect(1, 2)).isFalse();
    graph.disconnect(1, 2);
    assertThat(graph.lopsided()).isZero();
    graph.leave(0);
    assertThat(graph.size()).isEqualTo(2);
    assertThat(graph.degree(0)).isZero();
    assertThat(graph.lopsided()).isEqualTo(1);
  }
}
