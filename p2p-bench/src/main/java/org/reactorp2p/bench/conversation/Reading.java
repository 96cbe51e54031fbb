/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

/**
 * One look at a partner.
 *
 * @param nanos its clock
 * @param cpuNanos processor time it has used so far, all threads
 * @param heard messages, on all lines that are open
 */
record Reading(long nanos, long cpuNanos, long heard) {

  /** One line without line feed, for the other process. */
  String toLine() {
    return nanos + " " + cpuNanos + " " + heard;
  }

  static Reading ofLine(String line) {
    String[] words = line.split(" ", -1);
    return new Reading(
        Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
  }
}
