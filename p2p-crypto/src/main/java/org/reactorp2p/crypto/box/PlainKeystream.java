/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;

/** The stream in plain Java: a few blocks one by one, many side by side in {@link SalsaLanes}. */
final class PlainKeystream implements Keystream {
  private static final int LANES = SalsaLanes.LANES;

  /** From so many blocks on the lanes are faster (measured; a block alone takes 0.1 us). */
  private static final int WORTH_LANES = 8;

  /** Lanes are taken in such steps: a loop over fewer is not vectorised to its end. */
  private static final int STEP = 32;

  private final int[] x = new int[SalsaBlock.WORDS * LANES];
  private final BlockNumbers numbers = new BlockNumbers(LANES);
  private final int[] input = new int[SalsaBlock.WORDS];
  private final int[] single = new int[SalsaBlock.WORDS];

  @Override
  public int capacity() {
    return LANES;
  }

  @Override
  public void compute(int[] subkey, Stretch stretch) {
    SalsaBlock.fill(input, subkey, 0L, 0L);
    int lanes = Math.min(LANES, stretch.count + STEP - 1 & -STEP);
    if (stretch.count < WORTH_LANES) {
      numbers.count(stretch, stretch.count);
      oneByOne(stretch.count);
    } else {
      numbers.count(stretch, lanes);
      sideBySide(lanes);
    }
  }

  private void oneByOne(int count) {
    for (int i = 0; i < count; i++) {
      for (int w = BlockNumbers.FIRST; w <= BlockNumbers.LAST; w++) {
        input[w] = numbers.word(w, i);
      }
      SalsaBlock.permute(input, single);
      for (int w = 0; w < SalsaBlock.WORDS; w++) {
        x[w * LANES + i] = single[w] + input[w];
      }
    }
  }

  private void sideBySide(int lanes) {
    for (int w = 0; w < SalsaBlock.WORDS; w++) {
      if (BlockNumbers.has(w)) {
        numbers.copyTo(x, w, lanes);
      } else {
        Arrays.fill(x, w * LANES, w * LANES + lanes, input[w]);
      }
    }
    SalsaLanes.permute(x, lanes);
    for (int w = 0; w < SalsaBlock.WORDS; w++) {
      if (BlockNumbers.has(w)) {
        numbers.addTo(x, w, lanes);
      } else {
        add(w * LANES, w * LANES + lanes, input[w]);
      }
    }
  }

  private void add(int from, int to, int value) {
    for (int i = from; i < to; i++) {
      x[i] += value;
    }
  }

  @Override
  public long word(int block, int index) {
    return pair(2 * index * LANES + block);
  }

  private long pair(int at) {
    return x[at] & 0xffffffffL | (long) x[at + LANES] << 32;
  }

  @Override
  public void xor(int block, int skip, byte[] buf, int off, int length) {
    int at = off;
    int end = off + length;
    int lane = block;
    if (skip > 0) {
      at = xorEnd(lane++, skip / Long.BYTES, buf, at, end);
    }
    while (end - at >= BLOCK) {
      xorBlock(lane++, buf, at);
      at += BLOCK;
    }
    xorEnd(lane, 0, buf, at, end);
  }

  private void xorBlock(int lane, byte[] buf, int at) {
    Bytes.xorInt64(buf, at, pair(lane));
    Bytes.xorInt64(buf, at + 8, pair(2 * LANES + lane));
    Bytes.xorInt64(buf, at + 16, pair(4 * LANES + lane));
    Bytes.xorInt64(buf, at + 24, pair(6 * LANES + lane));
    Bytes.xorInt64(buf, at + 32, pair(8 * LANES + lane));
    Bytes.xorInt64(buf, at + 40, pair(10 * LANES + lane));
    Bytes.xorInt64(buf, at + 48, pair(12 * LANES + lane));
    Bytes.xorInt64(buf, at + 56, pair(14 * LANES + lane));
  }

  private int xorEnd(int lane, int from, byte[] buf, int off, int end) {
    int at = off;
    for (int k = from; k < 8 && at < end; k++) {
      at += Bytes.xorUpTo64(buf, at, end, word(lane, k));
    }
    return at;
  }
}
