/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

/** One greedy stream: it always has another item. */
public interface Party {

  /** What has come out at its end so far. */
  long bytes();

  /** It wants nothing any more. */
  void leave();
}
