/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

/**
 * What a partner says when the conversations are over.
 *
 * @param lines how many there were
 * @param faults messages that were not what they had to be, or lost
 * @param peers who was at the other end: one name, if it was the same everywhere
 */
record Goodbye(int lines, long faults, String peers) {

  /** One line without line feed, for the other process. */
  String toLine() {
    return lines + " " + faults + " " + peers;
  }

  static Goodbye ofLine(String line) {
    String[] words = line.split(" ", -1);
    return new Goodbye(Integer.parseInt(words[0]), Long.parseLong(words[1]), words[2]);
  }
}
