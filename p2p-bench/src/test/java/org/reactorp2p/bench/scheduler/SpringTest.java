/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;

class SpringTest {

  private static final int ITEMS = 100_000;

  private long received;

  @Test
  void a_single_share_is_served_without_recursion() {
    HandTimer timer = new HandTimer();
    ByteRate rate = ByteRate.of(ITEMS * 1_000L);
    BandwidthScheduler scheduler = BandwidthScheduler.create(rate, timer, timer::now);
    Flux.from(new Spring(new byte[1]))
        .transform(scheduler.open(1).limiting(item -> item.length))
        .subscribe(item -> received++);
    for (int millisecond = 0; millisecond < 20; millisecond++) {
      timer.pass(1_000_000);
    }

    assertThat(received).isGreaterThan(19 * ITEMS);
  }
}
