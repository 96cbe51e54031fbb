/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The stream in vector registers: sixteen of them hold the words of as many blocks as an int vector
 * has lanes. Words leave in pairs, so that the stream can be read eight bytes at a time:
 *
 * <pre>
 *   group of L blocks, pair k (words 2k and 2k+1), as longs:
 *   at k * L         the pairs of blocks 0, 2, 4 …
 *   at k * L + L/2   the pairs of blocks 1, 3, 5 …
 * </pre>
 */
final class VectorKeystream implements Keystream {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();
  private static final int PAIRS = 8;
  private static final long LOW = 0xffffffffL;
  private static final long HIGH = LOW << 32;

  /** A whole number of groups on every machine. */
  private static final int CAPACITY = 128;

  private final long[] pairs = new long[CAPACITY * PAIRS];
  private final int[] words = new int[SalsaBlock.WORDS * LANES];
  private final BlockNumbers numbers = new BlockNumbers(CAPACITY);
  private final int[] input = new int[SalsaBlock.WORDS];

  @Override
  public int capacity() {
    return CAPACITY;
  }

  @Override
  public void compute(int[] subkey, Stretch stretch) {
    int count = (stretch.count + LANES - 1) / LANES * LANES;
    numbers.count(stretch, count);
    SalsaBlock.fill(input, subkey, 0L, 0L);
    for (int block = 0; block < count; block += LANES) {
      group(input, numbers, block, words);
      pack(words, pairs, block);
    }
  }

  /**
   * The whole work on a group is this one method: a helper that the compiler leaves out of line
   * makes every vector an object and costs a factor of 14.
   */
  static void group(int[] in, BlockNumbers numbers, int block, int[] out) {
    IntVector n6 = IntVector.fromArray(INTS, numbers.words(6), block);
    IntVector n7 = IntVector.fromArray(INTS, numbers.words(7), block);
    IntVector n8 = IntVector.fromArray(INTS, numbers.words(8), block);
    IntVector n9 = IntVector.fromArray(INTS, numbers.words(9), block);
    IntVector x0 = IntVector.broadcast(INTS, in[0]);
    IntVector x1 = IntVector.broadcast(INTS, in[1]);
    IntVector x2 = IntVector.broadcast(INTS, in[2]);
    IntVector x3 = IntVector.broadcast(INTS, in[3]);
    IntVector x4 = IntVector.broadcast(INTS, in[4]);
    IntVector x5 = IntVector.broadcast(INTS, in[5]);
    IntVector x6 = n6;
    IntVector x7 = n7;
    IntVector x8 = n8;
    IntVector x9 = n9;
    IntVector x10 = IntVector.broadcast(INTS, in[10]);
    IntVector x11 = IntVector.broadcast(INTS, in[11]);
    IntVector x12 = IntVector.broadcast(INTS, in[12]);
    IntVector x13 = IntVector.broadcast(INTS, in[13]);
    IntVector x14 = IntVector.broadcast(INTS, in[14]);
    IntVector x15 = IntVector.broadcast(INTS, in[15]);
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
    x0.add(in[0]).intoArray(out, 0);
    x1.add(in[1]).intoArray(out, LANES);
    x2.add(in[2]).intoArray(out, 2 * LANES);
    x3.add(in[3]).intoArray(out, 3 * LANES);
    x4.add(in[4]).intoArray(out, 4 * LANES);
    x5.add(in[5]).intoArray(out, 5 * LANES);
    x6.add(n6).intoArray(out, 6 * LANES);
    x7.add(n7).intoArray(out, 7 * LANES);
    x8.add(n8).intoArray(out, 8 * LANES);
    x9.add(n9).intoArray(out, 9 * LANES);
    x10.add(in[10]).intoArray(out, 10 * LANES);
    x11.add(in[11]).intoArray(out, 11 * LANES);
    x12.add(in[12]).intoArray(out, 12 * LANES);
    x13.add(in[13]).intoArray(out, 13 * LANES);
    x14.add(in[14]).intoArray(out, 14 * LANES);
    x15.add(in[15]).intoArray(out, 15 * LANES);
  }

  static void pack(int[] words, long[] out, int block) {
    for (int k = 0; k < PAIRS; k++) {
      int from = 2 * k * LANES;
      int at = block * PAIRS + k * LANES;
      LongVector a = IntVector.fromArray(INTS, words, from).reinterpretAsLongs();
      LongVector b = IntVector.fromArray(INTS, words, from + LANES).reinterpretAsLongs();
      a.and(LOW).or(b.lanewise(VectorOperators.LSHL, 32)).intoArray(out, at);
      a.lanewise(VectorOperators.LSHR, 32).or(b.and(HIGH)).intoArray(out, at + LANES / 2);
    }
  }

  private static int place(int block) {
    int lane = block % LANES;
    return (block - lane) * PAIRS + (lane & 1) * (LANES / 2) + (lane >> 1);
  }

  @Override
  public long word(int block, int index) {
    return pairs[place(block) + index * LANES];
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
    Bytes.xorInt64(buf, at, pairs[from]);
    Bytes.xorInt64(buf, at + 8, pairs[from + LANES]);
    Bytes.xorInt64(buf, at + 16, pairs[from + 2 * LANES]);
    Bytes.xorInt64(buf, at + 24, pairs[from + 3 * LANES]);
    Bytes.xorInt64(buf, at + 32, pairs[from + 4 * LANES]);
    Bytes.xorInt64(buf, at + 40, pairs[from + 5 * LANES]);
    Bytes.xorInt64(buf, at + 48, pairs[from + 6 * LANES]);
    Bytes.xorInt64(buf, at + 56, pairs[from + 7 * LANES]);
  }

  private int xorEnd(int block, int from, byte[] buf, int off, int end) {
    int at = off;
    for (int k = from; k < PAIRS && at < end; k++) {
      at += Bytes.xorUpTo64(buf, at, end, word(block, k));
    }
    return at;
  }
}
