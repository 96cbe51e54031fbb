/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No frame costs a byte of heap on any path. For the vector box this is more than thrift: a vector
 * that the compiler could not keep in a register becomes an object, and the loop runs an order of
 * magnitude slower.
 */
class BoxAllocationTest {
  private static final int FRAMES = 2_000;

  /** The compiler takes its time, more so on a busy machine; what counts is where it ends. */
  private static final int ATTEMPTS = 200;

  @ParameterizedTest
  @CsvSource({
    "plain, 32",
    "plain, 300",
    "plain, 9000",
    "vector, 32",
    "vector, 300",
    "vector, 9000"
  })
  void sealing_and_opening_allocate_nothing(String name, int length) {
    for (Box box : Boxes.available()) {
      if (box.name().equals(name)) {
        assertThat(leastAllocated(box, length)).isLessThan(FRAMES);
      }
    }
  }

  /** Bytes that a number of frames cost, once one of the attempts stayed below a byte a frame. */
  private static long leastAllocated(Box box, int length) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] frame = new byte[BoxCipher.TAG_LENGTH + length];
    byte[] nonce = new byte[BoxCipher.NONCE_LENGTH];
    long least = Long.MAX_VALUE;
    try (BoxKey key = BoxKey.ofPrecomputed(new byte[BoxKey.LENGTH]);
        BoxCipher sealer = box.cipher(key);
        BoxCipher opener = box.cipher(key)) {
      for (int attempt = 0; attempt < ATTEMPTS && least >= FRAMES; attempt++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < FRAMES; i++) {
          for (int k = nonce.length - 1; k >= 0 && ++nonce[k] == 0; k--) {}
          sealer.seal(nonce, frame, 0, length);
          opener.open(nonce, frame, 0, frame.length);
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
    }
    return least;
  }
}
