/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

/** Where greedy streams share a limit, and time that passes when it is told to. */
public interface Arena extends AutoCloseable {

  /** No item is larger. */
  int LARGEST = 64 << 10;

  /** Another stream, running when this returns. */
  Party join(double weight, Sizes sizes);

  /** Another limit from now on, in bytes per second. */
  void limit(long bytesPerSecond);

  /** Lets time pass, at least so long. */
  void pass(long nanos);

  /** How much has passed, from any beginning, in nanoseconds. */
  long now();

  /** Ends all streams. */
  @Override
  void close();
}
