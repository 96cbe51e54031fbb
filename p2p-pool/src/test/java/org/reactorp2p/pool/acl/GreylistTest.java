/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GreylistTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void the_first_to_expire_makes_room() {
    var list = new Greylist(2);
    list.add(entry(1, 0, 30), START);
    list.add(entry(2, 0, 10), START);
    list.add(entry(3, 0, 20), START);
    assertThat(list.find(subject(2), START)).isEmpty();
    assertThat(list.all(START)).containsExactly(entry(3, 0, 20), entry(1, 0, 30));
  }

  @Test
  void a_second_offence_prolongs_and_never_shortens() {
    var list = new Greylist(2);
    list.add(entry(1, 0, 30), START);
    list.add(entry(1, 0, 10), START);
    assertThat(list.all(START)).containsExactly(entry(1, 0, 30));
    list.add(entry(1, 5, 40), START.plusSeconds(5));
    assertThat(list.all(START.plusSeconds(5))).containsExactly(entry(1, 5, 40));
  }

  @Test
  void P_09_a_million_addresses_cost_what_the_limit_costs_and_no_innocent_is_refused() {
    int capacity = 1000;
    var list = new Greylist(capacity);
    for (int i = 0; i < 1_000_000; i++) {
      list.add(entry(i, 0, 600), START);
    }
    assertThat(list.size(START)).isEqualTo(capacity);
    for (int innocent = 1_000_000; innocent < 1_010_000; innocent++) {
      assertThat(list.find(subject(innocent), START)).isEmpty();
    }
    assertThat(list.size(START.plusSeconds(600))).isZero();
  }

  @Test
  void it_agrees_with_a_plain_map() {
    long seed = 20260101;
    var random = new Random(seed);
    var list = new Greylist(1000);
    Map<Subject, Instant> model = new HashMap<>();
    Instant now = START;
    for (int i = 0; i < 20_000; i++) {
      now = now.plusSeconds(random.nextInt(3));
      Subject subject = subject(random.nextInt(100));
      Instant at = now;
      model.values().removeIf(end -> !at.isBefore(end));
      if (random.nextInt(4) == 0) {
        assertThat(list.remove(subject, now))
            .as("seed %s", seed)
            .isEqualTo(model.remove(subject) != null);
      } else {
        Instant end = now.plusSeconds(random.nextInt(60));
        list.add(new Greylisting(subject, Optional.empty(), now, end), now);
        if (now.isBefore(end)) {
          model.merge(subject, end, (a, b) -> a.isAfter(b) ? a : b);
        }
      }
      assertThat(list.find(subject, now).map(Greylisting::until))
          .as("seed %s, step %s", seed, i)
          .isEqualTo(Optional.ofNullable(model.get(subject)));
      assertThat(list.size(now)).as("seed %s", seed).isEqualTo(model.size());
    }
  }

  @Test
  void C_04_times_and_sizes_out_of_range_are_refused() {
    GreylistConfig config = GreylistConfig.DEFAULT;
    assertThatThrownBy(() -> config.withTimes(Duration.ofNanos(-1), Duration.ZERO))
        .hasMessageContaining("between none and 365 days");
    assertThatThrownBy(() -> config.withTimes(Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE)))
        .hasMessageContaining("between none and 365 days");
    assertThatThrownBy(() -> config.withSizes(0, 1)).hasMessageContaining("at least one");
    var off = config.withTimes(Duration.ZERO, Duration.ofNanos(1));
    assertThat(off.addressTime()).isZero();
  }

  private static Greylisting entry(int number, long since, long until) {
    return new Greylisting(
        subject(number), Optional.empty(), START.plusSeconds(since), START.plusSeconds(until));
  }

  private static Subject subject(int number) {
    byte[] octets = {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    try {
      return Subject.of(InetAddress.getByAddress(octets));
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
