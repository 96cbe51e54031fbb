/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.Arrays;
import org.reactorp2p.crypto.hash.Blake2b;

/**
 * Lanes in plain arrays, a row per word. The loops over a row are so short and so even that HotSpot
 * turns them into vector instructions by itself, on 17 as on 25; a loop that did a whole mixing
 * step at once would be too long for 17.
 */
final class PlainLanes implements StampLanes {
  /** Rows of 2 KiB: long enough to pay for entering a loop, and all of them fit a 48 KiB cache. */
  private static final int LANES = 256;

  private static final long[] START = StampLanes.startState();

  private final long[][] state = new long[START.length][LANES];
  private final long[][] words = new long[START.length][];

  PlainLanes() {
    Arrays.fill(words, new long[LANES]); // the words behind the input are zero and share a row
    for (int i = 0; i < WORDS; i++) {
      words[i] = new long[LANES];
    }
  }

  @Override
  public void fix(long[] fixed) {
    for (int i = 0; i < COUNTING_WORD; i++) {
      Arrays.fill(words[i], fixed[i]);
    }
  }

  @Override
  public int search(long base, int from, int to, long limit) {
    for (int batch = from & -LANES; batch < to; batch += LANES) {
      hash(base + batch);
      int lane = passing(Math.max(0, from - batch), limit);
      if (lane < LANES) {
        return batch + lane;
      }
    }
    return to;
  }

  private void hash(long first) {
    for (int i = 0; i < LANES; i++) {
      words[COUNTING_WORD][i] = Long.reverseBytes(first + i);
    }
    for (int i = 0; i < START.length; i++) {
      Arrays.fill(state[i], START[i]);
    }
    for (int round = 0; round < Blake2b.ROUNDS; round++) {
      mix(0, 4, 8, 12, round, 0);
      mix(1, 5, 9, 13, round, 2);
      mix(2, 6, 10, 14, round, 4);
      mix(3, 7, 11, 15, round, 6);
      mix(0, 5, 10, 15, round, 8);
      mix(1, 6, 11, 12, round, 10);
      mix(2, 7, 8, 13, round, 12);
      mix(3, 4, 9, 14, round, 14);
    }
  }

  private void mix(int a, int b, int c, int d, int round, int place) {
    long[] x = words[Blake2b.messageWordAt(round, place)];
    long[] y = words[Blake2b.messageWordAt(round, place + 1)];
    addAndTurn(state[a], state[b], x, state[d], TURN_1, LANES);
    addAndTurn(state[c], state[d], state[b], TURN_2, LANES);
    addAndTurn(state[a], state[b], y, state[d], TURN_3, LANES);
    addAndTurn(state[c], state[d], state[b], TURN_4, LANES);
  }

  // The length comes as an argument: read from the arrays, it keeps HotSpot from vectorising.

  private static void addAndTurn(long[] a, long[] b, long[] x, long[] d, int turn, int lanes) {
    for (int i = 0; i < lanes; i++) {
      long sum = a[i] + b[i] + x[i];
      a[i] = sum;
      d[i] = Long.rotateRight(d[i] ^ sum, turn);
    }
  }

  private static void addAndTurn(long[] c, long[] d, long[] b, int turn, int lanes) {
    for (int i = 0; i < lanes; i++) {
      long sum = c[i] + d[i];
      c[i] = sum;
      b[i] = Long.rotateRight(b[i] ^ sum, turn);
    }
  }

  /** The first lane from {@code from} on that is within the limit, or the number of lanes. */
  private int passing(int from, long limit) {
    long[] upper = state[TOP_WORD];
    long[] lower = state[TOP_WORD + 8];
    for (int i = from; i < LANES; i++) {
      if (Long.compareUnsigned(START[TOP_WORD] ^ upper[i] ^ lower[i], limit) <= 0) {
        return i;
      }
    }
    return LANES;
  }
}
