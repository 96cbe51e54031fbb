/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.reactorp2p.crypto.box.Shapes.BYTE;
import static org.reactorp2p.crypto.box.Shapes.BYTES;
import static org.reactorp2p.crypto.box.Shapes.INT;
import static org.reactorp2p.crypto.box.Shapes.INTS;

import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The stream in vector registers. A group of as many blocks as an int vector has lanes after the
 * other is computed, word w of all of them at {@code w * L}, and then {@link Transposition} puts
 * the words in the order of the stream.
 */
final class VectorKeystream implements Keystream {
  private static final int LANES = INTS.length();

  /** A whole number of groups on every machine. */
  private static final int CAPACITY = 128;

  private final byte[] stream = new byte[CAPACITY * BLOCK];
  private final int[] words = new int[CAPACITY * SalsaBlock.WORDS];
  private final BlockNumbers numbers = new BlockNumbers(CAPACITY);
  private final int[] input = new int[SalsaBlock.WORDS];

  /** The input of a group: each word once for every lane. */
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
      int at = block * SalsaBlock.WORDS;
      number(numbers, block, spread);
      VectorRounds.permute(spread, words, at);
      Transposition.addAndTurnFours(spread, words, at);
    }
    Transposition.join(words, stream, count);
  }

  /** Writes what is a group's own into its input. */
  private static void number(BlockNumbers numbers, int block, int[] in) {
    for (int w = BlockNumbers.FIRST; w <= BlockNumbers.LAST; w++) {
      IntVector number = IntVector.fromArray(INTS, numbers.words(w), block);
      INT.cast(number).intoArray(in, w * LANES);
    }
  }

  @Override
  public long word(int block, int index) {
    return Bytes.int64(stream, block * BLOCK + index * Long.BYTES);
  }

  @Override
  public void xor(int block, int skip, byte[] buf, int off, int length) {
    int from = block * BLOCK + skip;
    int whole = length / BYTES.length() * BYTES.length();
    xorVectors(stream, from, buf, off, whole);
    int end = off + length;
    for (int i = whole; i < length; i += Long.BYTES) {
      Bytes.xorUpTo64(buf, off + i, end, Bytes.int64(stream, from + i));
    }
  }

  private static void xorVectors(byte[] stream, int from, byte[] buf, int off, int length) {
    for (int i = 0; i < length; i += BYTES.length()) {
      ByteVector text = BYTE.cast(ByteVector.fromArray(BYTES, buf, off + i));
      ByteVector key = ByteVector.fromArray(BYTES, stream, from + i);
      BYTE.cast(text.lanewise(VectorOperators.XOR, key)).intoArray(buf, off + i);
    }
  }
}
