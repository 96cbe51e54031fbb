/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final Duration TENTH = Duration.ofMillis(100);
  private static final Instant START = Instant.EPOCH;

  @Test
  void a_burst_passes_and_then_one_in_each_interval() {
    var bucket = new TokenBucket(Allowance.of(3, TENTH));
    for (int i = 0; i < 3; i++) {
      assertThat(bucket.take(START)).contains(Duration.ZERO);
    }
    assertThat(bucket.take(START)).isEmpty();
    assertThat(bucket.hasOne(START.plusMillis(99))).isFalse();
    assertThat(bucket.take(START.plusMillis(100))).contains(Duration.ZERO);
    assertThat(bucket.take(START.plusMillis(101))).isEmpty();
  }

  @Test
  void what_comes_too_soon_waits_in_order_as_long_as_there_is_patience() {
    var bucket = new TokenBucket(Allowance.of(1, TENTH).withPatience(Duration.ofMillis(250)));
    assertThat(bucket.take(START)).contains(Duration.ZERO);
    assertThat(bucket.take(START)).contains(Duration.ofMillis(100));
    assertThat(bucket.take(START)).contains(Duration.ofMillis(200));
    assertThat(bucket.take(START)).isEmpty();
    assertThat(bucket.take(START.plusMillis(50))).contains(Duration.ofMillis(250));
  }

  @Test
  void a_long_rest_saves_no_more_than_a_burst() {
    var bucket = new TokenBucket(Allowance.of(2, TENTH));
    assertThat(bucket.isFull(START)).isTrue();
    bucket.take(START);
    assertThat(bucket.isFull(START)).isFalse();
    Instant later = START.plusSeconds(86_400);
    assertThat(bucket.isFull(later)).isTrue();
    bucket.take(later);
    bucket.take(later);
    assertThat(bucket.take(later)).isEmpty();
  }

  @Test
  void never_more_than_the_burst_and_one_per_interval_in_any_stretch_of_time() {
    for (long seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      int burst = 1 + random.nextInt(5);
      var patience = Duration.ofMillis(random.nextInt(500));
      var bucket = new TokenBucket(Allowance.of(burst, TENTH).withPatience(patience));
      Instant now = START;
      Instant last = START;
      long passed = 0;
      for (int i = 0; i < 500; i++) {
        now = now.plusMillis(random.nextInt(60));
        Optional<Duration> wait = bucket.take(now);
        if (wait.isPresent()) {
          Instant at = now.plus(wait.get());
          assertThat(at).as("seed %d", seed).isAfterOrEqualTo(last);
          last = at;
          passed++;
          long most = burst + Duration.between(START, at).toMillis() / TENTH.toMillis();
          assertThat(passed).as("seed %d", seed).isLessThanOrEqualTo(most);
        }
      }
    }
  }

  @Test
  void what_would_never_or_always_allow_is_refused() {
    assertThatThrownBy(() -> Allowance.of(0, TENTH)).hasMessageContaining("burst");
    assertThatThrownBy(() -> Allowance.of(1, Duration.ZERO)).hasMessageContaining("interval");
    assertThatThrownBy(() -> Allowance.of(1, TENTH).withPatience(Duration.ofDays(2)))
        .hasMessageContaining("patience");
  }
}
