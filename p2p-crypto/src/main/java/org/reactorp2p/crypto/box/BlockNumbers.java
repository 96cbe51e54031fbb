/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * What differs from block to block of a stretch, lane after lane: the words 6 to 9 of Salsa20's
 * input, which are the end of the nonce and the counter.
 */
final class BlockNumbers {
  static final int FIRST = 6;
  static final int LAST = 9;

  private final int lanes;
  private final int[] nonceLow;
  private final int[] nonceHigh;
  private final int[] counterLow;
  private final int[] counterHigh;

  BlockNumbers(int lanes) {
    this.lanes = lanes;
    nonceLow = new int[lanes];
    nonceHigh = new int[lanes];
    counterLow = new int[lanes];
    counterHigh = new int[lanes];
  }

  static boolean has(int word) {
    return FIRST <= word && word <= LAST;
  }

  /** Numbers {@code count} blocks, which may be more than the stretch has. */
  void count(Stretch stretch, int count) {
    long frame = stretch.nonce;
    for (int i = 0; i < count; frame++) {
      long nonce = Long.reverseBytes(frame);
      int end = Math.min(count, i + stretch.perFrame);
      for (long counter = stretch.counter; i < end; counter++, i++) {
        nonceLow[i] = (int) nonce;
        nonceHigh[i] = (int) (nonce >>> 32);
        counterLow[i] = (int) counter;
        counterHigh[i] = (int) (counter >>> 32);
      }
    }
  }

  int word(int word, int lane) {
    return words(word)[lane];
  }

  int[] words(int word) {
    switch (word) {
      case 6:
        return nonceLow;
      case 7:
        return nonceHigh;
      case 8:
        return counterLow;
      default:
        return counterHigh;
    }
  }

  void copyTo(int[] x, int word, int count) {
    System.arraycopy(words(word), 0, x, word * lanes, count);
  }

  void addTo(int[] x, int word, int count) {
    int[] from = words(word);
    int base = word * lanes;
    for (int i = 0; i < count; i++) {
      x[base + i] += from[i];
    }
  }
}
