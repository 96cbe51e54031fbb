/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.Conduct;

class ObservedScoreTest {

  private static final PeerId PEER = PeerId.of(new byte[PeerId.LENGTH]);
  private static final long MIB = 1 << 20;

  private static Score scoreOf(Conduct conduct) {
    return PeerScore.OBSERVED.of(new Dossier(PEER, conduct, Optional.empty()));
  }

  private static double factor(Conduct conduct, String what) {
    return scoreOf(conduct).parts().stream()
        .filter(part -> part.what().equals(what))
        .mapToDouble(Score.Part::factor)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobody_is_better_or_worse_before_anything_was_seen() {
    assertThat(scoreOf(Conduct.NONE).value()).isEqualTo(1);
  }

  @Test
  void every_part_says_what_was_seen_and_what_it_makes_of_the_score() {
    Conduct seen = new Conduct(MIB, Duration.ofDays(1), Duration.ofSeconds(1), 4, 1);
    assertThat(scoreOf(seen).parts())
        .containsExactly(
            new Score.Part("useful-bytes", MIB, 1.1),
            new Score.Part("connected-seconds", 86_400, 1.5),
            new Score.Part("handshake-millis", 1000, 0.5),
            new Score.Part("refusals", 4, 0.5),
            new Score.Part("decode-errors", 1, 0.5));
    assertThat(scoreOf(seen).value()).isCloseTo(1.1 * 1.5 * 0.5 * 0.5 * 0.5, within(1e-9));
  }

  @Test
  void use_and_time_are_for_the_better_and_each_at_most_twice() {
    assertThat(factor(Conduct.NONE.during(Duration.ZERO, 31 * MIB), "useful-bytes"))
        .isCloseTo(1.5, within(1e-9));
    assertThat(factor(Conduct.NONE.during(Duration.ZERO, Long.MAX_VALUE), "useful-bytes"))
        .isEqualTo(2);
    assertThat(factor(Conduct.NONE.during(Duration.ofDays(36_500), 0), "connected-seconds"))
        .isBetween(1.99, 2.0);
  }

  @Test
  void slowness_refusals_and_errors_are_for_the_worse_and_never_for_ever() {
    assertThat(factor(Conduct.NONE.welcomed(Duration.ofMillis(250)), "handshake-millis"))
        .isEqualTo(1);
    assertThat(factor(Conduct.NONE.welcomed(Duration.ofHours(1)), "handshake-millis"))
        .isEqualTo(0.5);
    Conduct wayward = new Conduct(0, Duration.ZERO, Duration.ZERO, 1000, 1000);
    assertThat(scoreOf(wayward).value()).isEqualTo(1 / 64.0);
    assertThat(wayward.welcomed(Duration.ZERO).refusals()).as("it takes us now").isZero();
    assertThat(Conduct.NONE.erred().erred().forgiven().decodeErrors()).isEqualTo(1);
    assertThat(Conduct.NONE.forgiven()).isEqualTo(Conduct.NONE);
  }

  @Test
  void whatever_was_seen_the_score_is_within_a_hundredth_and_four() {
    var random = new Random(4);
    for (int i = 0; i < 10_000; i++) {
      var any =
          new Conduct(
              random.nextLong(Long.MAX_VALUE) >> random.nextInt(63),
              Duration.ofMillis(random.nextLong(Long.MAX_VALUE) >> random.nextInt(63)),
              Duration.ofMillis(random.nextInt(100_000)),
              random.nextInt(Integer.MAX_VALUE) >> random.nextInt(31),
              random.nextInt(Integer.MAX_VALUE) >> random.nextInt(31));
      assertThat(scoreOf(any).value()).as("%s", any).isBetween(0.0078, 4.0);
    }
  }

  @Test
  void a_product_that_is_no_number_counts_as_one_and_others_are_kept_in_range() {
    assertThat(Score.of("odd", 0, Double.NaN).value()).isEqualTo(1);
    assertThat(Score.of("odd", 0, -1).isNone()).isTrue();
    assertThat(Score.of("none", 0, 0).value()).isEqualTo(Score.LEAST);
    assertThat(Score.of("much", 0, 1e9).value()).isEqualTo(Score.MOST);
    assertThat(Score.of("good", 0, 3).and("bad", 0, 0.5).value()).isEqualTo(1.5);
  }
}
