/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.connect;

/**
 * What came of one turn.
 *
 * @param connections made and closed
 * @param nanos how long it took
 * @param cpuNanos processor time of both ends
 * @param faults connections that only one end saw, or with somebody else
 */
record Tally(long connections, long nanos, long cpuNanos, long faults) {

  double perSecond() {
    return connections / (nanos / 1e9);
  }

  /** How many a second one processor could make, if both ends had only that. */
  double perProcessorSecond() {
    return connections / (cpuNanos / 1e9);
  }

  /** One line without line feed, for the other process. */
  String toLine() {
    return connections + " " + nanos + " " + cpuNanos + " " + faults;
  }

  static Tally ofLine(String line) {
    String[] words = line.split(" ", -1);
    return new Tally(
        Long.parseLong(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }
}
