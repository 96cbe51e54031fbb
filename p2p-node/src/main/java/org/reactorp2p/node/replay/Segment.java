/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

/**
 * Some bytes as they passed between the two, or the end of one direction.
 *
 * @param sender whose bytes, or whose end
 * @param from the first byte's offset in that direction
 * @param to the index behind the last
 */
record Segment(Role sender, int from, int to) {

  /** Whether this is where the sender closed. */
  boolean isEnd() {
    return from == to;
  }
}
