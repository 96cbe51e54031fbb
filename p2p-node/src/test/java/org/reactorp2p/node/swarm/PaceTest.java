/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.scheduler.ByteRate;

class PaceTest {

  private static final BandwidthLimits FREE = BandwidthLimits.UNLIMITED;

  @Test
  void on_a_star_the_first_one_sends_everything_to_everybody() {
    // To 7 when it begins itself, and on to 6 in each of 7 other broadcasts.
    Pace pace = new Pace(FREE.withUpload(ByteRate.of(4_900)), Shape.STAR, 8);
    assertThat(pace.bytesIn(1)).isEqualTo(100);
    assertThat(pace.secondsFor(1_000)).isEqualTo(10);
  }

  @Test
  void on_a_ring_whoever_begins_sends_both_ways() {
    Pace pace = new Pace(FREE.withUpload(ByteRate.of(1_600)), Shape.RING, 8);
    assertThat(pace.bytesIn(10)).isEqualTo(1_000);
  }

  @Test
  void each_of_two_sends_to_the_other() {
    for (Shape shape : Shape.values()) {
      assertThat(new Pace(FREE.withUpload(ByteRate.of(20)), shape, 2).bytesIn(1)).isEqualTo(10);
    }
  }

  @Test
  void the_lower_of_two_limits_counts_and_none_takes_no_time() {
    BandwidthLimits both = new BandwidthLimits(ByteRate.of(1_000_000), ByteRate.of(80));
    assertThat(new Pace(both, Shape.STAR, 8).bytesIn(1)).isEqualTo(10);
    assertThat(new Pace(FREE, Shape.STAR, 8).bytesIn(1)).isInfinite();
    assertThat(new Pace(FREE, Shape.STAR, 8).secondsFor(1L << 40)).isZero();
  }
}
