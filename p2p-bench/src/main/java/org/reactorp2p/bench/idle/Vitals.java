/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.reactorp2p.bench.process.Descriptors;

/**
 * What a process holds.
 *
 * @param heap live bytes on the heap
 * @param direct bytes of direct buffers
 * @param descriptors open files and sockets
 * @param threads live threads
 * @param timers tasks that wait for their time
 * @param meters meters that are registered
 */
record Vitals(long heap, long direct, long descriptors, long threads, long timers, long meters) {

  private static final int COLLECTIONS = 3;

  /** Of this process, after garbage was collected. */
  static Vitals take(long timers, long meters) {
    return new Vitals(
        liveHeap(),
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum(),
        Descriptors.open(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        timers,
        meters);
  }

  /** The least of some looks: what a collection leaves is never too little. */
  private static long liveHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  /** In one line, for {@link #ofLine}. */
  String toLine() {
    return heap + " " + direct + " " + descriptors + " " + threads + " " + timers + " " + meters;
  }

  static Vitals ofLine(String line) {
    long[] n = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return new Vitals(n[0], n[1], n[2], n[3], n[4], n[5]);
  }
}
