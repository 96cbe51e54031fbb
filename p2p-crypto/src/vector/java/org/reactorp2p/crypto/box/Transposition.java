/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.reactorp2p.crypto.box.Shapes.BYTE_OF_INT;
import static org.reactorp2p.crypto.box.Shapes.INT;
import static org.reactorp2p.crypto.box.Shapes.INTS;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Turns what vectors compute, word after word for as many blocks as they have lanes, into block
 * after block. Squares of two words by two lanes are turned, then squares of such squares and so
 * on: in each step two vectors swap the halves that lie across the diagonal.
 *
 * <p>The second step is a pass of its own over all groups, because a vector that was stored a
 * moment ago is slow to load. And all loads come before the stores, or JDK 17 checks the shuffles
 * again after every store.
 */
final class Transposition {
  private static final int WORDS = SalsaBlock.WORDS;
  private static final int LANES = INTS.length();
  private static final VectorShuffle<Integer> BY_1 = across(1);
  private static final VectorShuffle<Integer> BY_2 = across(2);
  private static final VectorShuffle<Integer> BY_4 = across(4);
  private static final VectorShuffle<Integer> BY_8 = across(8);
  private static final VectorMask<Integer> UPPER_1 = VectorMask.fromLong(INTS, 0xaaaaL);
  private static final VectorMask<Integer> UPPER_2 = VectorMask.fromLong(INTS, 0xccccL);
  private static final VectorMask<Integer> UPPER_4 = VectorMask.fromLong(INTS, 0xf0f0L);
  private static final VectorMask<Integer> UPPER_8 = VectorMask.fromLong(INTS, 0xff00L);

  private Transposition() {}

  private static VectorShuffle<Integer> across(int distance) {
    return VectorShuffle.fromOp(INTS, lane -> (lane ^ distance) % LANES);
  }

  /**
   * The words of a group, word w of its block i in {@code at + w * L + i}, grow by the input, which
   * lies in the same order; and four words are turned: afterwards any four lanes of a vector hold
   * four words of a block.
   */
  static void addAndTurnFours(int[] in, int[] words, int at) {
    for (int w = 0; w < WORDS * LANES; w += 4 * LANES) {
      int to = at + w;
      IntVector a = INT.cast(IntVector.fromArray(INTS, words, to));
      IntVector b = INT.cast(IntVector.fromArray(INTS, words, to + LANES));
      IntVector c = INT.cast(IntVector.fromArray(INTS, words, to + 2 * LANES));
      IntVector d = INT.cast(IntVector.fromArray(INTS, words, to + 3 * LANES));
      a = INT.cast(a.add(IntVector.fromArray(INTS, in, w)));
      b = INT.cast(b.add(IntVector.fromArray(INTS, in, w + LANES)));
      c = INT.cast(c.add(IntVector.fromArray(INTS, in, w + 2 * LANES)));
      d = INT.cast(d.add(IntVector.fromArray(INTS, in, w + 3 * LANES)));
      IntVector ab = INT.cast(a.blend(b.rearrange(BY_1), UPPER_1));
      IntVector ba = INT.cast(INT.cast(a.rearrange(BY_1)).blend(b, UPPER_1));
      IntVector cd = INT.cast(c.blend(d.rearrange(BY_1), UPPER_1));
      IntVector dc = INT.cast(INT.cast(c.rearrange(BY_1)).blend(d, UPPER_1));
      a = INT.cast(ab.blend(cd.rearrange(BY_2), UPPER_2));
      b = INT.cast(ba.blend(dc.rearrange(BY_2), UPPER_2));
      c = INT.cast(INT.cast(ab.rearrange(BY_2)).blend(cd, UPPER_2));
      d = INT.cast(INT.cast(ba.rearrange(BY_2)).blend(dc, UPPER_2));
      a.intoArray(words, to);
      b.intoArray(words, to + LANES);
      c.intoArray(words, to + 2 * LANES);
      d.intoArray(words, to + 3 * LANES);
    }
  }

  /** Puts the fours of all groups together, each block's its own, in the order of the stream. */
  static void join(int[] words, byte[] stream, int blocks) {
    for (int block = 0; block < blocks; block += LANES) {
      joinGroup(words, stream, block);
    }
  }

  /** Every fourth vector of a group: their fours of words come together, each block's its own. */
  private static void joinGroup(int[] words, byte[] stream, int block) {
    for (int w = 0; w < 4; w++) {
      int from = block * WORDS + w * LANES;
      IntVector a = INT.cast(IntVector.fromArray(INTS, words, from));
      IntVector b = INT.cast(IntVector.fromArray(INTS, words, from + 4 * LANES));
      IntVector c = INT.cast(IntVector.fromArray(INTS, words, from + 8 * LANES));
      IntVector d = INT.cast(IntVector.fromArray(INTS, words, from + 12 * LANES));
      if (LANES > 4) {
        IntVector ab = INT.cast(a.blend(b.rearrange(BY_4), UPPER_4));
        IntVector ba = INT.cast(INT.cast(a.rearrange(BY_4)).blend(b, UPPER_4));
        IntVector cd = INT.cast(c.blend(d.rearrange(BY_4), UPPER_4));
        IntVector dc = INT.cast(INT.cast(c.rearrange(BY_4)).blend(d, UPPER_4));
        a = ab;
        b = ba;
        c = cd;
        d = dc;
      }
      if (LANES > 8) {
        IntVector ac = INT.cast(a.blend(c.rearrange(BY_8), UPPER_8));
        IntVector bd = INT.cast(b.blend(d.rearrange(BY_8), UPPER_8));
        IntVector ca = INT.cast(INT.cast(a.rearrange(BY_8)).blend(c, UPPER_8));
        IntVector db = INT.cast(INT.cast(b.rearrange(BY_8)).blend(d, UPPER_8));
        a = ac;
        b = bd;
        c = ca;
        d = db;
      }
      BYTE_OF_INT.cast(a.reinterpretAsBytes()).intoArray(stream, place(block, w));
      BYTE_OF_INT.cast(b.reinterpretAsBytes()).intoArray(stream, place(block, w + 4));
      BYTE_OF_INT.cast(c.reinterpretAsBytes()).intoArray(stream, place(block, w + 8));
      BYTE_OF_INT.cast(d.reinterpretAsBytes()).intoArray(stream, place(block, w + 12));
    }
  }

  /** Where a group's vector w belongs: where it is shorter than a block, several make one. */
  private static int place(int block, int w) {
    return (block + w % LANES) * Keystream.BLOCK + w / LANES * LANES * Integer.BYTES;
  }
}
