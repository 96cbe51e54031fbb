/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import java.util.concurrent.TimeUnit;
import org.reactorp2p.node.cli.WorkFailedException;

/** Time that cannot be told to pass: one waits for it. */
final class WallClock {

  private WallClock() {}

  static long now() {
    return System.nanoTime();
  }

  static void pass(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new WorkFailedException("interrupted");
    }
  }
}
