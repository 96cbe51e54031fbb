/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactorp2p.node.swarm.Contention.Seen;

class ContentionTest {

  private final Contention<String> contention = new Contention<>();

  @Test
  void alike_is_one_whatever_the_order() {
    contention.look(Map.of("a", wants(0), "b", wants(50)));
    contention.look(Map.of("a", wants(10), "b", wants(50)));
    contention.look(Map.of("a", wants(10), "b", wants(60)));
    assertThat(contention.fairness()).hasValue(1);
  }

  @Test
  void one_who_takes_all_is_one_in_so_many() {
    contention.look(Map.of("a", wants(0), "b", wants(0), "c", wants(0), "d", wants(0)));
    contention.look(Map.of("a", wants(90), "b", wants(0), "c", wants(0), "d", wants(0)));
    assertThat(contention.fairness().orElseThrow()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void who_wants_nothing_more_does_not_compete() {
    contention.look(Map.of("a", wants(0), "b", wants(0), "c", hasAll(0)));
    contention.look(Map.of("a", wants(10), "b", wants(10), "c", hasAll(1_000)));
    assertThat(contention.fairness()).hasValue(1);
  }

  @Test
  void nobody_alone_competes_and_nobody_who_has_left() {
    contention.look(Map.of("a", wants(0), "b", wants(0)));
    contention.look(Map.of("a", wants(10)));
    contention.look(Map.of("a", wants(20), "c", wants(0)));
    assertThat(contention.fairness()).isEmpty();
  }

  private static Seen wants(long bytes) {
    return new Seen(bytes, true);
  }

  private static Seen hasAll(long bytes) {
    return new Seen(bytes, false);
  }
}
