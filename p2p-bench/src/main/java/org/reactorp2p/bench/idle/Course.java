/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.util.List;

/**
 * How one process fared.
 *
 * @param end which of the two, in one word
 * @param connections how many there were
 * @param before what it held before
 * @param with what it held while they ran
 * @param after what it held when they had ended
 * @param growth what the connections are made of
 */
record Course(
    String end,
    int connections,
    Vitals before,
    Vitals with,
    Vitals after,
    List<Breakdown.Line> growth) {

  double heapPerConnection() {
    return (double) (with.heap() - before.heap()) / connections;
  }

  double directPerConnection() {
    return (double) (with.direct() - before.direct()) / connections;
  }

  /** The part of what they took that came back. */
  double heapReturned() {
    return (double) (with.heap() - after.heap()) / (with.heap() - before.heap());
  }
}
