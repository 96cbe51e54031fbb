/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

/**
 * What one end says when a run is over.
 *
 * @param messages sent or received
 * @param sound whether what was received is, by count and content, what was to come
 * @param peer who was at the other end, as proved by a handshake; {@link
 *     org.reactorp2p.bench.contender.Contender#NOBODY} without one
 * @param dropped messages lost inside this end
 */
record Closing(long messages, boolean sound, String peer, long dropped) {

  private static final String SEVERAL = "several";

  /** Both together: another line of the same end. */
  Closing plus(Closing other) {
    return new Closing(
        messages + other.messages,
        sound && other.sound,
        peer.equals(other.peer) ? peer : SEVERAL,
        dropped + other.dropped);
  }

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
