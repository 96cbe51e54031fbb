/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

/**
 * What becomes of the news that a subscriber has no time for. Each has its own; none of them holds
 * up the network or another subscriber. The snapshot with which a subscriber begins is never lost.
 */
public enum Overflow {
  /** Up to {@link EventHub#CAPACITY} wait; then the oldest go, and the subscriber is told. */
  DROP_OLDEST(EventHub.CAPACITY),
  /** Only the latest waits, behind the one that is being taken; the subscriber is told the rest. */
  LATEST(1),
  /**
   * Up to {@link EventHub#CAPACITY} wait; the next one fails the stream, after what waits was
   * taken: for those who would rather begin anew with a snapshot than miss anything.
   */
  ERROR(EventHub.CAPACITY);

  private final int capacity;

  Overflow(int capacity) {
    this.capacity = capacity;
  }

  /** How many events wait. */
  int capacity() {
    return capacity;
  }
}
