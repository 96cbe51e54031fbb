/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactorp2p.test.scenario.Action;
import org.reactorp2p.test.scenario.Nodes;
import org.reactorp2p.test.time.VirtualTime;

class ChangingWeatherTest {

  private final VirtualTime time = VirtualTime.at(Instant.EPOCH);
  private final ChangingWeather weather = new ChangingWeather(time, 1);
  private final List<Duration> delays = new ArrayList<>();

  private void send(int from, int to) {
    weather.carry(Addresses.point(from), Addresses.point(to), delays::add);
  }

  @Test
  void every_node_has_an_address_of_its_own_in_a_public_neighbourhood_of_its_own() {
    Set<Integer> neighbourhoods = new HashSet<>();
    for (int node = 0; node < Nodes.MOST; node++) {
      byte[] address = Addresses.of(node).getAddress();
      neighbourhoods.add(address[0] << 8 | Byte.toUnsignedInt(address[1]));
      assertThat(Addresses.number(Addresses.of(node))).isEqualTo(node);
      assertThat(Addresses.of(node).isSiteLocalAddress()).isFalse();
    }
    assertThat(neighbourhoods).hasSize(32 * 256);
  }

  @Test
  void two_nodes_are_as_far_from_each_other_both_ways_and_always() {
    weather.latency(new Action.Latency(Duration.ofMillis(20), Duration.ofMillis(150)));
    send(1, 2);
    send(2, 1);
    send(1, 3);
    time.pass(Duration.ofHours(1));
    send(1, 2);
    assertThat(delays.get(0)).isBetween(Duration.ofMillis(20), Duration.ofMillis(150));
    assertThat(delays.get(1)).isEqualTo(delays.get(0)).isEqualTo(delays.get(3));
    assertThat(delays.get(2)).isNotEqualTo(delays.get(0));
  }

  @Test
  void a_slow_node_takes_one_packet_after_the_other() {
    weather.slow(2, Duration.ofMillis(10));
    send(1, 2);
    send(3, 2);
    send(2, 1);
    time.pass(Duration.ofSeconds(1));
    send(1, 2);
    weather.slow(2, Duration.ZERO);
    send(1, 2);
    assertThat(delays).extracting(Duration::toMillis).containsExactly(10L, 20L, 0L, 10L, 0L);
  }

  @Test
  void packets_over_a_cut_wait_for_a_heal_and_are_lost_when_it_comes_too_late() {
    weather.cut(new Action.Cut(Nodes.range(0, 1), Nodes.of(2)));
    send(2, 0);
    time.pass(Duration.ofSeconds(40));
    send(1, 2);
    send(0, 1);
    assertThat(delays).hasSize(1);
    time.pass(Duration.ofSeconds(10));
    weather.heal();
    assertThat(delays).hasSize(2);
    send(2, 0);
    assertThat(delays).hasSize(3);
  }
}
