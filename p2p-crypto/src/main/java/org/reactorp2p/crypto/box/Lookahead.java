/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;

/**
 * Finds the stream of a frame in a thread's {@link Keystream}. A run of small frames under
 * consecutive nonces is the common case, and a block alone costs several times its share of many
 * computed side by side: so after some frames in a row the blocks of those to come are computed
 * along. What was computed in vain never exceeds a fixed share of what was used.
 */
final class Lookahead {
  /** Blocks of a frame beyond which it fills the room well enough alone. */
  private static final int WIDEST = 32;

  /** Frames in a row before those to come are computed along. */
  private static final int PATIENCE = 16;

  private final Keystream stream;
  private final Stretch stretch = new Stretch();
  private final int[] subkey = new int[8];

  /** The frames whose blocks are at hand, as a range of nonces, and the blocks of each. */
  private long first;

  private int frames;
  private int perFrame;

  private long expected;
  private int inARow;
  private int widest;

  Lookahead(Keystream stream) {
    this.stream = stream;
  }

  /**
   * Sees to it that the first blocks of a frame are at hand: all of them, or as many as there is
   * room for. Gives the place of the first.
   */
  int find(int[] key, long nonce, int blocks) {
    follow(key, nonce, blocks);
    long ahead = nonce - first;
    if (0 <= ahead && ahead < frames && blocks <= perFrame) {
      return (int) ahead * perFrame;
    }
    if (inARow > PATIENCE && widest <= WIDEST) {
      remember(nonce, stream.capacity() / widest, widest);
      stream.compute(key, stretch.ofFrames(nonce, frames, perFrame));
    } else {
      remember(nonce, 1, Math.min(blocks, stream.capacity()));
      stream.compute(key, stretch.ofFrame(nonce, 0, perFrame));
    }
    return 0;
  }

  /** Computes later blocks of a frame in place of all others. */
  void compute(int[] key, long nonce, int counter, int blocks) {
    frames = 0;
    stream.compute(key, stretch.ofFrame(nonce, counter, blocks));
  }

  private void follow(int[] key, long nonce, int blocks) {
    if (!Arrays.equals(key, subkey)) {
      System.arraycopy(key, 0, subkey, 0, subkey.length);
      frames = 0;
      inARow = 0;
      widest = 0;
    }
    inARow = nonce == expected ? Math.min(inARow + 1, PATIENCE + 1) : 0;
    expected = nonce + 1;
    widest = inARow == 0 ? blocks : Math.max(widest, blocks);
  }

  private void remember(long nonce, int count, int blocksPerFrame) {
    first = nonce;
    frames = count;
    perFrame = blocksPerFrame;
  }
}
