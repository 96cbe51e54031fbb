/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LineTest {

  private final Line line = new Line();

  @Test
  void the_least_is_first() {
    line.put(2, 30);
    line.put(7, 10);
    line.put(0, 20);

    assertThat(drained()).containsExactly(7, 0, 2);
    assertThat(line.firstKey()).isInfinite();
    assertThatThrownBy(line::first).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void who_is_not_in_line_may_leave() {
    line.put(3, 1);
    line.leave(4);
    line.leave(1_000);
    line.leave(Seats.NONE);

    assertThat(line.size()).isEqualTo(1);
    assertThat(line.has(3)).isTrue();
    assertThat(line.has(Seats.NONE)).isFalse();
  }

  @Test
  void lowering_all_changes_no_order() {
    line.put(2, 12);
    line.put(1, 11);
    line.lowerAll(10);

    assertThat(line.firstKey()).isEqualTo(1);
    assertThat(drained()).containsExactly(1, 2);
  }

  @Test
  void whatever_joins_moves_and_leaves_the_order_holds() {
    for (long seed = 0; seed < 20; seed++) {
      playAgainstSorting(seed);
    }
  }

  private void playAgainstSorting(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Map<Integer, Double> model = new HashMap<>();
    for (int step = 0; step < 2_000; step++) {
      int seat = random.nextInt(60);
      if (random.nextInt(3) == 0) {
        line.leave(seat);
        model.remove(seat);
      } else {
        double key = random.nextDouble();
        line.put(seat, key);
        model.put(seat, key);
      }
      assertThat(line.size()).as("seed %d, step %d", seed, step).isEqualTo(model.size());
      assertThat(line.has(seat)).isEqualTo(model.containsKey(seat));
      assertThat(line.firstKey())
          .as("seed %d, step %d", seed, step)
          .isEqualTo(
              model.values().stream().mapToDouble(k -> k).min().orElse(Double.POSITIVE_INFINITY));
    }
    assertThat(drained())
        .as("seed %d", seed)
        .isEqualTo(model.keySet().stream().sorted(Comparator.comparing(model::get)).toList());
  }

  private List<Integer> drained() {
    List<Integer> order = new ArrayList<>();
    while (!line.isEmpty()) {
      order.add(line.first());
      line.leave(line.first());
    }
    return order;
  }
}
