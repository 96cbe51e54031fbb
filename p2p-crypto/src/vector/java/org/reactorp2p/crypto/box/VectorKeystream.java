/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The stream in vector registers: sixteen of them hold the words of as many blocks as an int vector
 * has lanes. They are kept as they come: a group of L blocks after the other, in it word w of all
 * of them at {@code w * L}.
 */
final class VectorKeystream implements Keystream {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();

  /** A whole number of groups on every machine. */
  private static final int CAPACITY = 128;

  private final int[] words = new int[CAPACITY * SalsaBlock.WORDS];
  private final BlockNumbers numbers = new BlockNumbers(CAPACITY);
  private final int[] input = new int[SalsaBlock.WORDS];

  /** The input once for every lane, since a broadcast is not always compiled to an instruction. */
  private final int[] spread = new int[SalsaBlock.WORDS * LANES];

  @Override
  public int capacity() {
    return CAPACITY;
  }

  @Override
  public void compute(int[] subkey, Stretch stretch) {
    int count = (stretch.count + LANES - 1) / LANES * LANES;
    numbers.count(stretch, count);
    SalsaBlock.fill(input, subkey, 0L, 0L);
    for (int w = 0; w < SalsaBlock.WORDS; w++) {
      Arrays.fill(spread, w * LANES, w * LANES + LANES, input[w]);
    }
    for (int block = 0; block < count; block += LANES) {
      group(spread, numbers, block, words);
    }
  }

  /**
   * The whole work on a group is this one method: a helper that the compiler leaves out of line
   * makes every vector an object and costs a factor of 14.
   */
  private static void group(int[] in, BlockNumbers numbers, int block, int[] out) {
    IntVector n6 = IntVector.fromArray(INTS, numbers.words(6), block);
    IntVector n7 = IntVector.fromArray(INTS, numbers.words(7), block);
    IntVector n8 = IntVector.fromArray(INTS, numbers.words(8), block);
    IntVector n9 = IntVector.fromArray(INTS, numbers.words(9), block);
    IntVector x0 = IntVector.fromArray(INTS, in, 0);
    IntVector x1 = IntVector.fromArray(INTS, in, LANES);
    IntVector x2 = IntVector.fromArray(INTS, in, 2 * LANES);
    IntVector x3 = IntVector.fromArray(INTS, in, 3 * LANES);
    IntVector x4 = IntVector.fromArray(INTS, in, 4 * LANES);
    IntVector x5 = IntVector.fromArray(INTS, in, 5 * LANES);
    IntVector x6 = n6;
    IntVector x7 = n7;
    IntVector x8 = n8;
    IntVector x9 = n9;
    IntVector x10 = IntVector.fromArray(INTS, in, 10 * LANES);
    IntVector x11 = IntVector.fromArray(INTS, in, 11 * LANES);
    IntVector x12 = IntVector.fromArray(INTS, in, 12 * LANES);
    IntVector x13 = IntVector.fromArray(INTS, in, 13 * LANES);
    IntVector x14 = IntVector.fromArray(INTS, in, 14 * LANES);
    IntVector x15 = IntVector.fromArray(INTS, in, 15 * LANES);
    for (int round = 0; round < 10; round++) {
      x4 = x4.lanewise(VectorOperators.XOR, x0.add(x12).lanewise(VectorOperators.ROL, 7));
      x8 = x8.lanewise(VectorOperators.XOR, x4.add(x0).lanewise(VectorOperators.ROL, 9));
      x12 = x12.lanewise(VectorOperators.XOR, x8.add(x4).lanewise(VectorOperators.ROL, 13));
      x0 = x0.lanewise(VectorOperators.XOR, x12.add(x8).lanewise(VectorOperators.ROL, 18));
      x9 = x9.lanewise(VectorOperators.XOR, x5.add(x1).lanewise(VectorOperators.ROL, 7));
      x13 = x13.lanewise(VectorOperators.XOR, x9.add(x5).lanewise(VectorOperators.ROL, 9));
      x1 = x1.lanewise(VectorOperators.XOR, x13.add(x9).lanewise(VectorOperators.ROL, 13));
      x5 = x5.lanewise(VectorOperators.XOR, x1.add(x13).lanewise(VectorOperators.ROL, 18));
      x14 = x14.lanewise(VectorOperators.XOR, x10.add(x6).lanewise(VectorOperators.ROL, 7));
      x2 = x2.lanewise(VectorOperators.XOR, x14.add(x10).lanewise(VectorOperators.ROL, 9));
      x6 = x6.lanewise(VectorOperators.XOR, x2.add(x14).lanewise(VectorOperators.ROL, 13));
      x10 = x10.lanewise(VectorOperators.XOR, x6.add(x2).lanewise(VectorOperators.ROL, 18));
      x3 = x3.lanewise(VectorOperators.XOR, x15.add(x11).lanewise(VectorOperators.ROL, 7));
      x7 = x7.lanewise(VectorOperators.XOR, x3.add(x15).lanewise(VectorOperators.ROL, 9));
      x11 = x11.lanewise(VectorOperators.XOR, x7.add(x3).lanewise(VectorOperators.ROL, 13));
      x15 = x15.lanewise(VectorOperators.XOR, x11.add(x7).lanewise(VectorOperators.ROL, 18));

      x1 = x1.lanewise(VectorOperators.XOR, x0.add(x3).lanewise(VectorOperators.ROL, 7));
      x2 = x2.lanewise(VectorOperators.XOR, x1.add(x0).lanewise(VectorOperators.ROL, 9));
      x3 = x3.lanewise(VectorOperators.XOR, x2.add(x1).lanewise(VectorOperators.ROL, 13));
      x0 = x0.lanewise(VectorOperators.XOR, x3.add(x2).lanewise(VectorOperators.ROL, 18));
      x6 = x6.lanewise(VectorOperators.XOR, x5.add(x4).lanewise(VectorOperators.ROL, 7));
      x7 = x7.lanewise(VectorOperators.XOR, x6.add(x5).lanewise(VectorOperators.ROL, 9));
      x4 = x4.lanewise(VectorOperators.XOR, x7.add(x6).lanewise(VectorOperators.ROL, 13));
      x5 = x5.lanewise(VectorOperators.XOR, x4.add(x7).lanewise(VectorOperators.ROL, 18));
      x11 = x11.lanewise(VectorOperators.XOR, x10.add(x9).lanewise(VectorOperators.ROL, 7));
      x8 = x8.lanewise(VectorOperators.XOR, x11.add(x10).lanewise(VectorOperators.ROL, 9));
      x9 = x9.lanewise(VectorOperators.XOR, x8.add(x11).lanewise(VectorOperators.ROL, 13));
      x10 = x10.lanewise(VectorOperators.XOR, x9.add(x8).lanewise(VectorOperators.ROL, 18));
      x12 = x12.lanewise(VectorOperators.XOR, x15.add(x14).lanewise(VectorOperators.ROL, 7));
      x13 = x13.lanewise(VectorOperators.XOR, x12.add(x15).lanewise(VectorOperators.ROL, 9));
      x14 = x14.lanewise(VectorOperators.XOR, x13.add(x12).lanewise(VectorOperators.ROL, 13));
      x15 = x15.lanewise(VectorOperators.XOR, x14.add(x13).lanewise(VectorOperators.ROL, 18));
    }
    int at = block * SalsaBlock.WORDS;
    x0.add(IntVector.fromArray(INTS, in, 0)).intoArray(out, at);
    x1.add(IntVector.fromArray(INTS, in, LANES)).intoArray(out, at + LANES);
    x2.add(IntVector.fromArray(INTS, in, 2 * LANES)).intoArray(out, at + 2 * LANES);
    x3.add(IntVector.fromArray(INTS, in, 3 * LANES)).intoArray(out, at + 3 * LANES);
    x4.add(IntVector.fromArray(INTS, in, 4 * LANES)).intoArray(out, at + 4 * LANES);
    x5.add(IntVector.fromArray(INTS, in, 5 * LANES)).intoArray(out, at + 5 * LANES);
    x6.add(n6).intoArray(out, at + 6 * LANES);
    x7.add(n7).intoArray(out, at + 7 * LANES);
    x8.add(n8).intoArray(out, at + 8 * LANES);
    x9.add(n9).intoArray(out, at + 9 * LANES);
    x10.add(IntVector.fromArray(INTS, in, 10 * LANES)).intoArray(out, at + 10 * LANES);
    x11.add(IntVector.fromArray(INTS, in, 11 * LANES)).intoArray(out, at + 11 * LANES);
    x12.add(IntVector.fromArray(INTS, in, 12 * LANES)).intoArray(out, at + 12 * LANES);
    x13.add(IntVector.fromArray(INTS, in, 13 * LANES)).intoArray(out, at + 13 * LANES);
    x14.add(IntVector.fromArray(INTS, in, 14 * LANES)).intoArray(out, at + 14 * LANES);
    x15.add(IntVector.fromArray(INTS, in, 15 * LANES)).intoArray(out, at + 15 * LANES);
  }

  private static int place(int block) {
    int lane = block % LANES;
    return (block - lane) * SalsaBlock.WORDS + lane;
  }

  private long pair(int at) {
    return words[at] & 0xffffffffL | (long) words[at + LANES] << 32;
  }

  @Override
  public long word(int block, int index) {
    return pair(place(block) + 2 * index * LANES);
  }

  @Override
  public void xor(int block, int skip, byte[] buf, int off, int length) {
    int at = off;
    int end = off + length;
    int now = block;
    if (skip > 0) {
      at = xorEnd(now++, skip / Long.BYTES, buf, at, end);
    }
    while (end - at >= BLOCK) {
      xorBlock(place(now++), buf, at);
      at += BLOCK;
    }
    xorEnd(now, 0, buf, at, end);
  }

  private void xorBlock(int from, byte[] buf, int at) {
    Bytes.xorInt64(buf, at, pair(from));
    Bytes.xorInt64(buf, at + 8, pair(from + 2 * LANES));
    Bytes.xorInt64(buf, at + 16, pair(from + 4 * LANES));
    Bytes.xorInt64(buf, at + 24, pair(from + 6 * LANES));
    Bytes.xorInt64(buf, at + 32, pair(from + 8 * LANES));
    Bytes.xorInt64(buf, at + 40, pair(from + 10 * LANES));
    Bytes.xorInt64(buf, at + 48, pair(from + 12 * LANES));
    Bytes.xorInt64(buf, at + 56, pair(from + 14 * LANES));
  }

  private int xorEnd(int block, int from, byte[] buf, int off, int end) {
    int at = off;
    for (int k = from; k < BLOCK / Long.BYTES && at < end; k++) {
      at += Bytes.xorUpTo64(buf, at, end, word(block, k));
    }
    return at;
  }
}
