/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

/**
 * What one end says when a run is over.
 *
 * @param messages sent or received
 * @param sound whether what was received is, by count and content, what was to come
 * @param peer who was at the other end, as proved by a handshake; {@link #NOBODY} without one
 * @param dropped messages lost inside this end
 */
record Closing(long messages, boolean sound, String peer, long dropped) {

  static final String NOBODY = "-";

  /** One line without line feed, for the other process. */
  String toLine() {
    return messages + " " + sound + " " + peer + " " + dropped;
  }

  static Closing ofLine(String line) {
    String[] words = line.split(" ", -1);
    return new Closing(
        Long.parseLong(words[0]),
        Boolean.parseBoolean(words[1]),
        words[2],
        Long.parseLong(words[3]));
  }
}
