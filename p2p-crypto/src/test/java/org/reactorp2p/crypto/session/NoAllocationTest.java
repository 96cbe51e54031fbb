/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class NoAllocationTest {
  private static final int FRAMES = 20_000;
  private static final int LENGTH = 300;

  @Test
  void a_frame_costs_no_byte_of_heap_on_either_side() {
    TwoSides sides = TwoSides.ofTheWorkedExample();
    Sealer sealer = sides.alice().sealer();
    Opener opener = sides.bob().opener();
    byte[] frame = new byte[LENGTH + Sealer.TAG_LENGTH];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 10 && least >= FRAMES; attempt++) { // the first ones warm up
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < FRAMES; i++) {
        sealer.seal(frame, 0, LENGTH);
        opener.open(frame, 0, frame.length);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).as("bytes allocated by %d frames", FRAMES).isLessThan(FRAMES);
  }
}
