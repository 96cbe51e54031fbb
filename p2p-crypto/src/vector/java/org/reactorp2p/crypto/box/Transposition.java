/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Turns what vectors compute, word after word for as many blocks as they have lanes, into block
 * after block. Squares of two words by two lanes are turned, then squares of such squares and so
 * on: in each step two vectors swap the halves that lie across the diagonal.
 *
 * <p>Two passes over all groups and not both over one after the other: a vector that was stored a
 * moment ago is slow to load. And all loads come before the stores, or JDK 17 checks the shuffles
 * again after every store.
 */
final class Transposition {
  private static final int WORDS = SalsaBlock.WORDS;

  /** The widest vectors here, up to those that hold a block. */
  static final VectorSpecies<Integer> INTS =
      IntVector.SPECIES_PREFERRED.length() > WORDS
          ? IntVector.SPECIES_512
          : IntVector.SPECIES_PREFERRED;

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
   * Groups of L blocks, in each word w of block i at {@code w * L + i}, become bytes as they come
   * in the stream.
   *
   * @param words is spoilt
   */
  static void turn(int[] words, byte[] stream, int blocks) {
    turnFours(words, blocks * WORDS);
    for (int block = 0; block < blocks; block += LANES) {
      join(words, stream, block);
    }
  }

  /** Four words: afterwards any four lanes of a vector hold four words of a block. */
  private static void turnFours(int[] words, int length) {
    for (int at = 0; at < length; at += 4 * LANES) {
      IntVector a = IntVector.fromArray(INTS, words, at);
      IntVector b = IntVector.fromArray(INTS, words, at + LANES);
      IntVector c = IntVector.fromArray(INTS, words, at + 2 * LANES);
      IntVector d = IntVector.fromArray(INTS, words, at + 3 * LANES);
      IntVector ab = a.blend(b.rearrange(BY_1), UPPER_1);
      IntVector ba = a.rearrange(BY_1).blend(b, UPPER_1);
      IntVector cd = c.blend(d.rearrange(BY_1), UPPER_1);
      IntVector dc = c.rearrange(BY_1).blend(d, UPPER_1);
      a = ab.blend(cd.rearrange(BY_2), UPPER_2);
      b = ba.blend(dc.rearrange(BY_2), UPPER_2);
      c = ab.rearrange(BY_2).blend(cd, UPPER_2);
      d = ba.rearrange(BY_2).blend(dc, UPPER_2);
      a.intoArray(words, at);
      b.intoArray(words, at + LANES);
      c.intoArray(words, at + 2 * LANES);
      d.intoArray(words, at + 3 * LANES);
    }
  }

  /** Every fourth vector of a group: their fours of words come together, each block's its own. */
  private static void join(int[] words, byte[] stream, int block) {
    for (int w = 0; w < 4; w++) {
      int from = block * WORDS + w * LANES;
      IntVector a = IntVector.fromArray(INTS, words, from);
      IntVector b = IntVector.fromArray(INTS, words, from + 4 * LANES);
      IntVector c = IntVector.fromArray(INTS, words, from + 8 * LANES);
      IntVector d = IntVector.fromArray(INTS, words, from + 12 * LANES);
      if (LANES > 4) {
        IntVector ab = a.blend(b.rearrange(BY_4), UPPER_4);
        IntVector ba = a.rearrange(BY_4).blend(b, UPPER_4);
        IntVector cd = c.blend(d.rearrange(BY_4), UPPER_4);
        IntVector dc = c.rearrange(BY_4).blend(d, UPPER_4);
        a = ab;
        b = ba;
        c = cd;
        d = dc;
      }
      if (LANES > 8) {
        IntVector ac = a.blend(c.rearrange(BY_8), UPPER_8);
        IntVector bd = b.blend(d.rearrange(BY_8), UPPER_8);
        IntVector ca = a.rearrange(BY_8).blend(c, UPPER_8);
        IntVector db = b.rearrange(BY_8).blend(d, UPPER_8);
        a = ac;
        b = bd;
        c = ca;
        d = db;
      }
      a.reinterpretAsBytes().intoArray(stream, place(block, w));
      b.reinterpretAsBytes().intoArray(stream, place(block, w + 4));
      c.reinterpretAsBytes().intoArray(stream, place(block, w + 8));
      d.reinterpretAsBytes().intoArray(stream, place(block, w + 12));
    }
  }

  /** Where a group's vector w belongs: where it is shorter than a block, several make one. */
  private static int place(int block, int w) {
    return (block + w % LANES) * Keystream.BLOCK + w / LANES * LANES * Integer.BYTES;
  }
}
