/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {

  @ParameterizedTest
  @CsvSource({"STAR, 2, 1", "STAR, 8, 7", "RING, 2, 1", "RING, 3, 3", "RING, 8, 8"})
  void counts_its_connections(Shape shape, int nodes, int connections) {
    assertThat(shape.connections(nodes)).isEqualTo(connections);
  }

  @ParameterizedTest
  @EnumSource
  void nobody_dials_who_is_not_there_yet_or_twice(Shape shape) {
    for (int node = 0; node < 9; node++) {
      int self = node;
      assertThat(shape.dialled(node, 9).boxed().toList())
          .doesNotHaveDuplicates()
          .allMatch(dialled -> dialled >= 0 && dialled < self);
    }
  }
}
