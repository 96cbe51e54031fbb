/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/**
 * Lets one kind go before another and yet never starves it: where both wait, the favoured kind gets
 * at most three bytes for each of the other's, give or take one item.
 */
final class Favour {

  private static final long BYTES_FOR_ONE = 3;

  private long ahead;

  /** True if the favoured kind may go before an item of the other of that size. */
  boolean holdsAgainst(int bytes) {
    return ahead < BYTES_FOR_ONE * bytes;
  }

  /** The favoured kind went first. */
  void used(int bytes) {
    ahead += bytes;
  }

  /** The other kind had its turn. */
  void repaid(int bytes) {
    ahead = Math.max(0, ahead - BYTES_FOR_ONE * bytes);
  }
}
