/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

class BeaconCallTest {

  private static final byte[] ALICE = HexFormat.of().parseHex("357fd15fe2b6a349c87d4ace8f30f3f2");

  @Test
  void a_call_is_28_bytes_as_the_original_writes_them() {
    byte[] call = new BeaconCall(PeerId.of(ALICE), 9732).encode();
    assertThat(HexFormat.of().formatHex(call))
        .isEqualTo("444953434f4d41474943" + "357fd15fe2b6a349c87d4ace8f30f3f2" + "2604");
    assertThat(BeaconCall.parse(call)).contains(new BeaconCall(PeerId.of(ALICE), 9732));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32_767, 32_768, 40_000, 65_535})
  void D_02_every_port_there_is_comes_back_as_it_was(int port) {
    var call = new BeaconCall(PeerId.of(ALICE), port);
    assertThat(BeaconCall.parse(call.encode())).contains(call);
  }

  @Test
  void D_02_port_0_another_length_and_another_magic_are_no_calls() {
    byte[] call = new BeaconCall(PeerId.of(ALICE), 0).encode();
    assertThat(BeaconCall.parse(call)).isEmpty();
    byte[] good = new BeaconCall(PeerId.of(ALICE), 1).encode();
    for (int length = 0; length < 60; length++) {
      boolean right = length == BeaconCall.LENGTH;
      assertThat(BeaconCall.parse(Arrays.copyOf(good, length)).isPresent()).isEqualTo(right);
    }
    for (int i = 0; i < 10; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      assertThat(BeaconCall.parse(bad)).isEmpty();
    }
  }

  @Test
  void D_01_random_bytes_are_no_calls() {
    var random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      assertThat(BeaconCall.parse(bytes)).isEmpty();
    }
  }

  @Test
  void calls_become_rarer_until_51_seconds_and_begin_anew() {
    var times = new CallTimes();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      waits.add(times.next().toMillis());
    }
    assertThat(waits)
        .containsExactly(
            100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 12_800L, 25_600L, 51_200L, 51_200L,
            51_200L);
    times.restart();
    assertThat(times.next()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void D_02_each_address_is_listened_to_so_often_and_only_so_many_are_remembered() {
    var callers = new Callers();
    var now = java.time.Instant.EPOCH;
    var one = Point.parse("10.0.0.1:1").address();
    int heard = 0;
    for (int i = 0; i < 1000; i++) {
      heard += callers.hear(one, now.plusMillis(i)) ? 1 : 0;
    }
    assertThat(heard).isBetween(10, 11);
    for (int i = 0; i < 10_000; i++) {
      callers.hear(Point.parse("10.1." + i / 256 + "." + i % 256 + ":1").address(), now);
    }
    assertThat(callers.size()).isEqualTo(256);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ff02::1]:10732", "255.255.255.255:0"})
  void a_beacon_that_reaches_nobody_is_refused(String to) {
    assertThatThrownBy(() -> BeaconConfig.DEFAULT.withTo(Point.parse(to)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("IPv4");
  }
}
