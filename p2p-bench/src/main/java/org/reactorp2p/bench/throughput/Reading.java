/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

/**
 * One look at a process.
 *
 * @param nanos its clock
 * @param cpuNanos processor time it has used so far, all threads
 * @param messages received so far in this run; 0 at the sending end
 */
record Reading(long nanos, long cpuNanos, long messages) {

  /** One line without line feed, for the other process. */
  String toLine() {
    return nanos + " " + cpuNanos + " " + messages;
  }

  static Reading ofLine(String line) {
    String[] words = line.split(" ", -1);
    return new Reading(
        Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
  }
}
