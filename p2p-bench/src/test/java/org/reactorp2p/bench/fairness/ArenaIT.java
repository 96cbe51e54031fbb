/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactorp2p.bench.fairness.arena.Arena;
import org.reactorp2p.bench.fairness.arena.Party;
import org.reactorp2p.bench.fairness.arena.Sizes;

class ArenaIT {

  private static final long LIMIT = 8 << 20;
  private static final long SAVED_UP = 2 * LIMIT; // by Netty; ours saves up a window at most

  @ParameterizedTest
  @EnumSource(names = {"OUR_STACK", "NETTY"})
  void everybody_gets_something_over_sockets_and_all_together_no_more_than_the_limit(
      Contender contender) {
    try (Arena arena = contender.open(LIMIT)) {
      List<Party> parties = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        parties.add(arena.join(1, new Sizes(i, Arena.LARGEST)));
      }
      long begin = arena.now();
      while (parties.stream().anyMatch(party -> party.bytes() < Arena.LARGEST)) {
        arena.pass(Duration.ofMillis(10).toNanos());
        assertThat(arena.now() - begin).isLessThan(Duration.ofSeconds(30).toNanos());
      }
      double seconds = (arena.now() - begin) / 1e9;
      assertThat(parties.stream().mapToLong(Party::bytes).sum())
          .isLessThan((long) (LIMIT * seconds) + SAVED_UP);
      parties.forEach(Party::leave);
    }
  }
}
