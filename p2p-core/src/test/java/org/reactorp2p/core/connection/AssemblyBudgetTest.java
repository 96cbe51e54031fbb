/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AssemblyBudgetTest {

  @Test
  void draws_up_to_the_bound_and_no_further() {
    AssemblyBudget budget = new AssemblyBudget(100);
    assertThat(budget.reserve(60)).isTrue();
    assertThat(budget.reserve(41)).isFalse();
    assertThat(budget.reserve(40)).isTrue();
    budget.release(60);
    assertThat(budget.used()).isEqualTo(40);
  }

  @Test
  void one_message_larger_than_the_whole_may_pass_alone() {
    AssemblyBudget budget = new AssemblyBudget(100);
    assertThat(budget.reserve(1_000)).isTrue();
    assertThat(budget.reserve(1)).isFalse();
  }

  @Test
  void giving_back_wakes_everybody_once() {
    AssemblyBudget budget = new AssemblyBudget(100);
    AtomicInteger woken = new AtomicInteger();
    budget.reserve(100);
    budget.awaitRelease(woken::incrementAndGet);
    budget.awaitRelease(woken::incrementAndGet);
    budget.release(1);
    budget.release(1);
    assertThat(woken).hasValue(2);
  }

  @Test
  void must_be_positive() {
    assertThatThrownBy(() -> new AssemblyBudget(0)).hasMessageContaining("0");
  }
}
