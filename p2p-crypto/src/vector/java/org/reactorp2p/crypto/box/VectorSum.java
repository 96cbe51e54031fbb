/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static org.reactorp2p.crypto.box.Shapes.BYTE;
import static org.reactorp2p.crypto.box.Shapes.BYTES;
import static org.reactorp2p.crypto.box.Shapes.LONG;
import static org.reactorp2p.crypto.box.Shapes.LONGS;

import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/**
 * Poly1305's sum in vector registers: five of them hold the limbs, 26 bits each, of as many partial
 * sums as a long vector has lanes. A row of blocks fills two registers. Loaded eight bytes apart
 * and blended, they give the halves of the blocks in the order 0, L/2, 1, L/2 + 1 …
 *
 * <p>Two rows are taken at once, h r^2L + m r^L + m': the second product does not wait for the sum
 * before it, and one carry does for both.
 */
final class VectorSum implements BulkSum {
  private static final int LANES = LONGS.length();
  private static final int ROW = LANES * Poly1305.BLOCK;
  private static final int LOG_LANES = Integer.numberOfTrailingZeros(LANES);
  private static final VectorMask<Long> ODD = VectorMask.fromLong(LONGS, 0xaaaaaaaaaaaaaaaaL);
  private static final int FACTORS = 2 * Limbs.COUNT - 1;
  private static final long MASK = (1L << 26) - 1;
  private static final long TOP = 1L << 24;

  /** Below, joining the lanes costs more than they save (measured). */
  private static final int WORTHWHILE = 4 * LANES;

  private final long[] r = new long[Limbs.COUNT];
  private final long[] power = new long[Limbs.COUNT];
  private final long[] square = new long[Limbs.COUNT];
  private final long[] sum = new long[Limbs.COUNT];
  private final long[] product = new long[Limbs.COUNT * LANES];
  private final long[] lanes = new long[Limbs.COUNT * LANES];

  /**
   * What is multiplied by, once for every lane: limbs 1 to 4 of r^2L times five and its limbs 0 to
   * 4, and the same of r^L. Limb k of a product needs the five from 4 + k downwards.
   */
  private final long[] factors = new long[2 * FACTORS * LANES];

  @Override
  public int worthwhile() {
    return WORTHWHILE;
  }

  @Override
  public void absorb(Poly1305 poly, byte[] buf, int off, int blocks) {
    Limbs.split(poly.keyLow(), poly.keyHigh(), r);
    System.arraycopy(r, 0, power, 0, Limbs.COUNT);
    for (int i = 0; i < LOG_LANES; i++) {
      Limbs.multiply(power, power);
    }
    System.arraycopy(power, 0, square, 0, Limbs.COUNT);
    Limbs.multiply(square, square);
    spread(square, factors, 0);
    spread(power, factors, FACTORS * LANES);
    int length = blocks * Poly1305.BLOCK;
    int whole = length & -2 * ROW;
    rows(factors, buf, off, off + whole, product, lanes);
    join();
    Limbs.resume(poly, sum);
    wipe();
    poly.update(buf, off + whole, length - whole);
  }

  private static void spread(long[] number, long[] factors, int at) {
    for (int k = 0; k < Limbs.COUNT; k++) {
      fill(factors, at + (4 + k) * LANES, number[k]);
    }
    for (int k = 1; k < Limbs.COUNT; k++) {
      fill(factors, at + (k - 1) * LANES, 5 * number[k]);
    }
  }

  /** Written out, since a call of {@code Arrays.fill} takes longer than so few stores. */
  private static void fill(long[] factors, int at, long value) {
    for (int lane = 0; lane < LANES; lane++) {
      factors[at + lane] = value;
    }
  }

  /**
   * Leaves a sum in every lane.
   *
   * @param product room for the limbs of a product: its loop keeps the method small enough for C1
   */
  private static void rows(
      long[] factors, byte[] buf, int off, int end, long[] product, long[] out) {
    LongVector mask = LONG.cast(LongVector.broadcast(LONGS, MASK));
    LongVector top = LONG.cast(LongVector.broadcast(LONGS, TOP));
    LongVector h0 = LongVector.zero(LONGS);
    LongVector h1 = h0;
    LongVector h2 = h0;
    LongVector h3 = h0;
    LongVector h4 = h0;
    for (int at = off; at < end; at += 2 * ROW) {
      h0 = LONG.cast(h0);
      h1 = LONG.cast(h1);
      h2 = LONG.cast(h2);
      h3 = LONG.cast(h3);
      h4 = LONG.cast(h4);
      ByteVector odd;
      LongVector low =
          LONG.cast(BYTE.cast(ByteVector.fromArray(BYTES, buf, at)).reinterpretAsLongs());
      odd = BYTE.cast(ByteVector.fromArray(BYTES, buf, at + ROW / 2 - 8));
      low = LONG.cast(low.blend(odd.reinterpretAsLongs(), ODD));
      LongVector high =
          LONG.cast(BYTE.cast(ByteVector.fromArray(BYTES, buf, at + 8)).reinterpretAsLongs());
      odd = BYTE.cast(ByteVector.fromArray(BYTES, buf, at + ROW / 2));
      high = LONG.cast(high.blend(odd.reinterpretAsLongs(), ODD));
      LongVector middle = LONG.cast(LONG.cast(low.lanewise(LSHR, 52)).or(high.lanewise(LSHL, 12)));
      LongVector m0 = LONG.cast(mask.and(low));
      LongVector m1 = LONG.cast(mask.and(low.lanewise(LSHR, 26)));
      LongVector m2 = LONG.cast(mask.and(middle));
      LongVector m3 = LONG.cast(mask.and(high.lanewise(LSHR, 14)));
      LongVector m4 = LONG.cast(top.or(high.lanewise(LSHR, 40)));
      for (int k = 0; k < Limbs.COUNT; k++) {
        int h = (4 + k) * LANES;
        int m = h + FACTORS * LANES;
        LongVector sum = LONG.cast(m0.mul(LongVector.fromArray(LONGS, factors, m)));
        sum = LONG.cast(sum.add(m1.mul(LongVector.fromArray(LONGS, factors, m - LANES))));
        sum = LONG.cast(sum.add(m2.mul(LongVector.fromArray(LONGS, factors, m - 2 * LANES))));
        sum = LONG.cast(sum.add(m3.mul(LongVector.fromArray(LONGS, factors, m - 3 * LANES))));
        sum = LONG.cast(sum.add(m4.mul(LongVector.fromArray(LONGS, factors, m - 4 * LANES))));
        sum = LONG.cast(sum.add(h0.mul(LongVector.fromArray(LONGS, factors, h))));
        sum = LONG.cast(sum.add(h1.mul(LongVector.fromArray(LONGS, factors, h - LANES))));
        sum = LONG.cast(sum.add(h2.mul(LongVector.fromArray(LONGS, factors, h - 2 * LANES))));
        sum = LONG.cast(sum.add(h3.mul(LongVector.fromArray(LONGS, factors, h - 3 * LANES))));
        sum = LONG.cast(sum.add(h4.mul(LongVector.fromArray(LONGS, factors, h - 4 * LANES))));
        sum.intoArray(product, k * LANES);
      }
      LongVector d0 = LONG.cast(LongVector.fromArray(LONGS, product, 0));
      LongVector d1 = LONG.cast(LongVector.fromArray(LONGS, product, LANES));
      LongVector d2 = LONG.cast(LongVector.fromArray(LONGS, product, 2 * LANES));
      LongVector d3 = LONG.cast(LongVector.fromArray(LONGS, product, 3 * LANES));
      LongVector d4 = LONG.cast(LongVector.fromArray(LONGS, product, 4 * LANES));
      d1 = LONG.cast(d1.add(d0.lanewise(LSHR, 26)));
      d4 = LONG.cast(d4.add(d3.lanewise(LSHR, 26)));
      LongVector c4 = LONG.cast(d4.lanewise(LSHR, 26));
      d0 = LONG.cast(LONG.cast(mask.and(d0)).add(c4));
      d0 = LONG.cast(d0.add(c4.lanewise(LSHL, 2)));
      d2 = LONG.cast(d2.add(d1.lanewise(LSHR, 26)));
      d3 = LONG.cast(LONG.cast(mask.and(d3)).add(d2.lanewise(LSHR, 26)));

      low = LONG.cast(BYTE.cast(ByteVector.fromArray(BYTES, buf, at + ROW)).reinterpretAsLongs());
      odd = BYTE.cast(ByteVector.fromArray(BYTES, buf, at + ROW + ROW / 2 - 8));
      low = LONG.cast(low.blend(odd.reinterpretAsLongs(), ODD));
      high =
          LONG.cast(BYTE.cast(ByteVector.fromArray(BYTES, buf, at + ROW + 8)).reinterpretAsLongs());
      odd = BYTE.cast(ByteVector.fromArray(BYTES, buf, at + ROW + ROW / 2));
      high = LONG.cast(high.blend(odd.reinterpretAsLongs(), ODD));
      middle = LONG.cast(LONG.cast(low.lanewise(LSHR, 52)).or(high.lanewise(LSHL, 12)));
      h0 = LONG.cast(mask.and(d0)).add(mask.and(low));
      h1 = LONG.cast(LONG.cast(mask.and(d1)).add(d0.lanewise(LSHR, 26)));
      h1 = h1.add(mask.and(low.lanewise(LSHR, 26)));
      h2 = LONG.cast(mask.and(d2)).add(mask.and(middle));
      h3 = LONG.cast(mask.and(d3)).add(mask.and(high.lanewise(LSHR, 14)));
      h4 = LONG.cast(LONG.cast(mask.and(d4)).add(d3.lanewise(LSHR, 26)));
      h4 = h4.add(top.or(high.lanewise(LSHR, 40)));
    }
    LONG.cast(h0).intoArray(out, 0);
    LONG.cast(h1).intoArray(out, LANES);
    LONG.cast(h2).intoArray(out, 2 * LANES);
    LONG.cast(h3).intoArray(out, 3 * LANES);
    LONG.cast(h4).intoArray(out, 4 * LANES);
  }

  private void join() {
    Arrays.fill(sum, 0);
    for (int block = 0; block < LANES; block++) {
      int half = LANES / 2;
      int lane = block < half ? 2 * block : 2 * (block - half) + 1;
      for (int k = 0; k < Limbs.COUNT; k++) {
        sum[k] += lanes[k * LANES + lane];
      }
      Limbs.multiply(sum, r);
    }
  }

  private void wipe() {
    Arrays.fill(r, 0);
    Arrays.fill(power, 0);
    Arrays.fill(square, 0);
    Arrays.fill(factors, 0);
    Arrays.fill(lanes, 0);
    Arrays.fill(product, 0);
  }
}
