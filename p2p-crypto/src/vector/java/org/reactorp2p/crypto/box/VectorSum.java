/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Poly1305's sum in vector registers: five of them hold the limbs, 26 bits each, of as many partial
 * sums as a long vector has lanes. A row of blocks fills two registers. Loaded eight bytes apart
 * and blended, they give the halves of the blocks in the order 0, L/2, 1, L/2 + 1 …
 *
 * <p>Two rows are taken at once, h r^2L + m r^L + m': the second product does not wait for the sum
 * before it, and one carry does for both.
 */
final class VectorSum implements BulkSum {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
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
  private final long[] lanes = new long[Limbs.COUNT * LANES];

  /**
   * What is multiplied by, once for every lane: r^2L, limbs 1 to 4 of it times five, and the same
   * of r^L. In memory, because there are not registers enough and C2 chooses badly which to spill.
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
    rows(factors, buf, off, off + whole, lanes);
    join();
    Limbs.resume(poly, sum);
    wipe();
    poly.update(buf, off + whole, length - whole);
  }

  private static void spread(long[] number, long[] factors, int at) {
    for (int k = 0; k < Limbs.COUNT; k++) {
      fill(factors, at + k * LANES, number[k]);
    }
    for (int k = 1; k < Limbs.COUNT; k++) {
      fill(factors, at + (Limbs.COUNT - 1 + k) * LANES, 5 * number[k]);
    }
  }

  /** Written out, since a call of {@code Arrays.fill} takes longer than so few stores. */
  private static void fill(long[] factors, int at, long value) {
    for (int lane = 0; lane < LANES; lane++) {
      factors[at + lane] = value;
    }
  }

  /** One method for the reason that {@link VectorKeystream} gives. */
  private static void rows(long[] factors, byte[] buf, int off, int end, long[] out) {
    LongVector r0 = LongVector.fromArray(LONGS, factors, 0);
    LongVector r1 = LongVector.fromArray(LONGS, factors, LANES);
    LongVector r2 = LongVector.fromArray(LONGS, factors, 2 * LANES);
    LongVector r3 = LongVector.fromArray(LONGS, factors, 3 * LANES);
    LongVector r4 = LongVector.fromArray(LONGS, factors, 4 * LANES);
    LongVector s1 = LongVector.fromArray(LONGS, factors, 5 * LANES);
    LongVector s2 = LongVector.fromArray(LONGS, factors, 6 * LANES);
    LongVector s3 = LongVector.fromArray(LONGS, factors, 7 * LANES);
    LongVector s4 = LongVector.fromArray(LONGS, factors, 8 * LANES);
    LongVector q0 = LongVector.fromArray(LONGS, factors, 9 * LANES);
    LongVector q1 = LongVector.fromArray(LONGS, factors, 10 * LANES);
    LongVector q2 = LongVector.fromArray(LONGS, factors, 11 * LANES);
    LongVector q3 = LongVector.fromArray(LONGS, factors, 12 * LANES);
    LongVector q4 = LongVector.fromArray(LONGS, factors, 13 * LANES);
    LongVector t1 = LongVector.fromArray(LONGS, factors, 14 * LANES);
    LongVector t2 = LongVector.fromArray(LONGS, factors, 15 * LANES);
    LongVector t3 = LongVector.fromArray(LONGS, factors, 16 * LANES);
    LongVector t4 = LongVector.fromArray(LONGS, factors, 17 * LANES);
    LongVector h0 = LongVector.zero(LONGS);
    LongVector h1 = h0;
    LongVector h2 = h0;
    LongVector h3 = h0;
    LongVector h4 = h0;
    for (int at = off; at < end; at += 2 * ROW) {
      LongVector low =
          ByteVector.fromArray(BYTES, buf, at)
              .reinterpretAsLongs()
              .blend(ByteVector.fromArray(BYTES, buf, at + ROW / 2 - 8).reinterpretAsLongs(), ODD);
      LongVector high =
          ByteVector.fromArray(BYTES, buf, at + 8)
              .reinterpretAsLongs()
              .blend(ByteVector.fromArray(BYTES, buf, at + ROW / 2).reinterpretAsLongs(), ODD);
      LongVector middle =
          low.lanewise(VectorOperators.LSHR, 52).or(high.lanewise(VectorOperators.LSHL, 12));
      LongVector m0 = low.and(MASK);
      LongVector m1 = low.lanewise(VectorOperators.LSHR, 26).and(MASK);
      LongVector m2 = middle.and(MASK);
      LongVector m3 = high.lanewise(VectorOperators.LSHR, 14).and(MASK);
      LongVector m4 = high.lanewise(VectorOperators.LSHR, 40).or(TOP);

      LongVector d0 =
          m0.mul(q0)
              .add(m1.mul(t4))
              .add(m2.mul(t3))
              .add(m3.mul(t2))
              .add(m4.mul(t1))
              .add(h0.mul(r0))
              .add(h1.mul(s4))
              .add(h2.mul(s3))
              .add(h3.mul(s2))
              .add(h4.mul(s1));
      LongVector d1 =
          m0.mul(q1)
              .add(m1.mul(q0))
              .add(m2.mul(t4))
              .add(m3.mul(t3))
              .add(m4.mul(t2))
              .add(h0.mul(r1))
              .add(h1.mul(r0))
              .add(h2.mul(s4))
              .add(h3.mul(s3))
              .add(h4.mul(s2));
      LongVector d2 =
          m0.mul(q2)
              .add(m1.mul(q1))
              .add(m2.mul(q0))
              .add(m3.mul(t4))
              .add(m4.mul(t3))
              .add(h0.mul(r2))
              .add(h1.mul(r1))
              .add(h2.mul(r0))
              .add(h3.mul(s4))
              .add(h4.mul(s3));
      LongVector d3 =
          m0.mul(q3)
              .add(m1.mul(q2))
              .add(m2.mul(q1))
              .add(m3.mul(q0))
              .add(m4.mul(t4))
              .add(h0.mul(r3))
              .add(h1.mul(r2))
              .add(h2.mul(r1))
              .add(h3.mul(r0))
              .add(h4.mul(s4));
      LongVector d4 =
          m0.mul(q4)
              .add(m1.mul(q3))
              .add(m2.mul(q2))
              .add(m3.mul(q1))
              .add(m4.mul(q0))
              .add(h0.mul(r4))
              .add(h1.mul(r3))
              .add(h2.mul(r2))
              .add(h3.mul(r1))
              .add(h4.mul(r0));

      d1 = d1.add(d0.lanewise(VectorOperators.LSHR, 26));
      d4 = d4.add(d3.lanewise(VectorOperators.LSHR, 26));
      LongVector c4 = d4.lanewise(VectorOperators.LSHR, 26);
      d0 = d0.and(MASK).add(c4).add(c4.lanewise(VectorOperators.LSHL, 2));
      d2 = d2.add(d1.lanewise(VectorOperators.LSHR, 26));
      d3 = d3.and(MASK).add(d2.lanewise(VectorOperators.LSHR, 26));

      low =
          ByteVector.fromArray(BYTES, buf, at + ROW)
              .reinterpretAsLongs()
              .blend(
                  ByteVector.fromArray(BYTES, buf, at + ROW + ROW / 2 - 8).reinterpretAsLongs(),
                  ODD);
      high =
          ByteVector.fromArray(BYTES, buf, at + ROW + 8)
              .reinterpretAsLongs()
              .blend(
                  ByteVector.fromArray(BYTES, buf, at + ROW + ROW / 2).reinterpretAsLongs(), ODD);
      middle = low.lanewise(VectorOperators.LSHR, 52).or(high.lanewise(VectorOperators.LSHL, 12));
      h0 = d0.and(MASK).add(low.and(MASK));
      h1 =
          d1.and(MASK)
              .add(d0.lanewise(VectorOperators.LSHR, 26))
              .add(low.lanewise(VectorOperators.LSHR, 26).and(MASK));
      h2 = d2.and(MASK).add(middle.and(MASK));
      h3 = d3.and(MASK).add(high.lanewise(VectorOperators.LSHR, 14).and(MASK));
      h4 =
          d4.and(MASK)
              .add(d3.lanewise(VectorOperators.LSHR, 26))
              .add(high.lanewise(VectorOperators.LSHR, 40).or(TOP));
    }
    h0.intoArray(out, 0);
    h1.intoArray(out, LANES);
    h2.intoArray(out, 2 * LANES);
    h3.intoArray(out, 3 * LANES);
    h4.intoArray(out, 4 * LANES);
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
  }
}
