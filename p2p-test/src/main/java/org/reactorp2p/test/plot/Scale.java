/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.plot;

import java.util.List;
import java.util.stream.LongStream;

/** An axis from 0, and where its marks are. */
record Scale(long end, List<Long> ticks) {

  private static final long[] STEPS = {
    1, 2, 5, 10, 20, 50, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400, 604_800
  };

  /** One that has room for this value, and about so many marks. */
  static Scale upTo(long value, int marks) {
    long step = STEPS[STEPS.length - 1];
    for (long candidate : STEPS) {
      if (candidate * marks >= value) {
        step = candidate;
        break;
      }
    }
    long size = step;
    long last = (value + size - 1) / size;
    return new Scale(last * size, LongStream.rangeClosed(0, last).mapToObj(n -> n * size).toList());
  }
}
