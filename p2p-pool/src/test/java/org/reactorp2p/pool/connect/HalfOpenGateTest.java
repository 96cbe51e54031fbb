/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;

class HalfOpenGateTest {

  private static final InetAddress CROWD = Point.parse("10.0.0.1:1").address();
  private static final InetAddress CANARY = Point.parse("10.0.0.2:1").address();

  private final HalfOpenGate gate = new HalfOpenGate(4, 3);

  @Test
  void one_address_gets_its_share_and_no_more() {
    for (int i = 0; i < 3; i++) {
      assertThat(gate.enter(CROWD)).isTrue();
    }
    assertThat(gate.enter(CROWD)).isFalse();
    assertThat(gate.enter(CANARY)).isTrue();
  }

  @Test
  void together_they_never_exceed_the_limit() {
    for (int house = 1; house < 250; house++) {
      gate.enter(Point.parse("10.0.1." + house + ":1").address());
    }
    assertThat(gate.inside()).isEqualTo(4);
  }

  @Test
  void who_leaves_makes_room() {
    for (int round = 0; round < 100; round++) {
      assertThat(gate.enter(CROWD)).isTrue();
      assertThat(gate.enter(CANARY)).isTrue();
      gate.leave(CROWD);
      gate.leave(CANARY);
    }
    assertThat(gate.inside()).isZero();
  }
}
