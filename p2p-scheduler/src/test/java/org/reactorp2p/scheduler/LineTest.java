/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

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
    Account third = put(3);
    Account first = put(1);
    Account second = put(2);

    assertThat(drained()).containsExactly(first, second, third);
    assertThat(line.firstKey()).isInfinite();
  }

  @Test
  void who_is_not_in_line_may_leave() {
    line.leave(new Account(1).turn);
    assertThat(line.isEmpty()).isTrue();
  }

  @Test
  void lowering_all_changes_no_order() {
    Account second = put(12);
    Account first = put(11);
    line.lowerAll(10);

    assertThat(line.firstKey()).isEqualTo(1);
    assertThat(drained()).containsExactly(first, second);
  }

  @Test
  void whatever_joins_moves_and_leaves_the_order_holds() {
    for (long seed = 0; seed < 20; seed++) {
      playAgainstSorting(seed);
    }
  }

  private void playAgainstSorting(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      accounts.add(new Account(1));
    }
    Map<Account, Double> model = new HashMap<>();
    for (int step = 0; step < 2_000; step++) {
      Account account = accounts.get(random.nextInt(accounts.size()));
      if (random.nextInt(3) == 0) {
        line.leave(account.turn);
        model.remove(account);
      } else {
        double key = random.nextDouble();
        line.put(account.turn, key);
        model.put(account, key);
      }
      assertThat(line.size()).as("seed %d, step %d", seed, step).isEqualTo(model.size());
      assertThat(line.firstKey())
          .as("seed %d, step %d", seed, step)
          .isEqualTo(
              model.values().stream().mapToDouble(k -> k).min().orElse(Double.POSITIVE_INFINITY));
    }
    assertThat(drained())
        .as("seed %d", seed)
        .isEqualTo(model.keySet().stream().sorted(Comparator.comparing(model::get)).toList());
  }

  private Account put(double key) {
    Account account = new Account(1);
    line.put(account.turn, key);
    return account;
  }

  private List<Account> drained() {
    List<Account> order = new ArrayList<>();
    while (!line.isEmpty()) {
      Account first = line.first();
      order.add(first);
      line.leave(first.turn);
    }
    return order;
  }
}
