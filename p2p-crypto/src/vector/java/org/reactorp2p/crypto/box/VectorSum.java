/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Poly1305's sum in vector registers: five of them hold the limbs, 26 bits each, of as many partial
 * sums as a long vector has lanes. A row of blocks fills two registers; swapping neighbours sorts
 * their halves, and leaves the blocks in the order 0, L/2, 1, L/2 + 1 …
 */
final class VectorSum implements BulkSum {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final int LANES = LONGS.length();
  private static final int ROW = LANES * Poly1305.BLOCK;
  private static final int LOG_LANES = Integer.numberOfTrailingZeros(LANES);
  private static final VectorShuffle<Long> SWAP = VectorShuffle.fromOp(LONGS, i -> i ^ 1);
  private static final VectorMask<Long> ODD = VectorMask.fromLong(LONGS, 0xaaaaaaaaaaaaaaaaL);
  private static final long MASK = (1L << 26) - 1;
  private static final long TOP = 1L << 24;

  /** Below, joining the lanes costs more than they save (measured). */
  private static final int WORTHWHILE = 4 * LANES;

  private final long[] r = new long[Limbs.COUNT];
  private final long[] power = new long[Limbs.COUNT];
  private final long[] sum = new long[Limbs.COUNT];
  private final long[] lanes = new long[Limbs.COUNT * LANES];

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
    int rows = blocks / LANES;
    rows(power, buf, off, rows, lanes);
    join();
    Limbs.resume(poly, sum);
    wipe();
    int rest = blocks - rows * LANES;
    poly.update(buf, off + rows * ROW, rest * Poly1305.BLOCK);
  }

  /** One method for the reason that {@link VectorKeystream} gives. */
  private static void rows(long[] r, byte[] buf, int off, int rows, long[] out) {
    LongVector r0 = LongVector.broadcast(LONGS, r[0]);
    LongVector r1 = LongVector.broadcast(LONGS, r[1]);
    LongVector r2 = LongVector.broadcast(LONGS, r[2]);
    LongVector r3 = LongVector.broadcast(LONGS, r[3]);
    LongVector r4 = LongVector.broadcast(LONGS, r[4]);
    LongVector s1 = LongVector.broadcast(LONGS, 5 * r[1]);
    LongVector s2 = LongVector.broadcast(LONGS, 5 * r[2]);
    LongVector s3 = LongVector.broadcast(LONGS, 5 * r[3]);
    LongVector s4 = LongVector.broadcast(LONGS, 5 * r[4]);
    LongVector h0 = LongVector.zero(LONGS);
    LongVector h1 = h0;
    LongVector h2 = h0;
    LongVector h3 = h0;
    LongVector h4 = h0;
    for (int row = 0, at = off; row < rows; row++, at += ROW) {
      LongVector d0 = h0.mul(r0).add(h1.mul(s4)).add(h2.mul(s3)).add(h3.mul(s2)).add(h4.mul(s1));
      LongVector d1 = h0.mul(r1).add(h1.mul(r0)).add(h2.mul(s4)).add(h3.mul(s3)).add(h4.mul(s2));
      LongVector d2 = h0.mul(r2).add(h1.mul(r1)).add(h2.mul(r0)).add(h3.mul(s4)).add(h4.mul(s3));
      LongVector d3 = h0.mul(r3).add(h1.mul(r2)).add(h2.mul(r1)).add(h3.mul(r0)).add(h4.mul(s4));
      LongVector d4 = h0.mul(r4).add(h1.mul(r3)).add(h2.mul(r2)).add(h3.mul(r1)).add(h4.mul(r0));

      d1 = d1.add(d0.lanewise(VectorOperators.LSHR, 26));
      d4 = d4.add(d3.lanewise(VectorOperators.LSHR, 26));
      LongVector c4 = d4.lanewise(VectorOperators.LSHR, 26);
      d0 = d0.and(MASK).add(c4).add(c4.lanewise(VectorOperators.LSHL, 2));
      d2 = d2.add(d1.lanewise(VectorOperators.LSHR, 26));
      d3 = d3.and(MASK).add(d2.lanewise(VectorOperators.LSHR, 26));

      LongVector left = ByteVector.fromArray(BYTES, buf, at).reinterpretAsLongs();
      LongVector right = ByteVector.fromArray(BYTES, buf, at + ROW / 2).reinterpretAsLongs();
      LongVector low = left.blend(right.rearrange(SWAP), ODD);
      LongVector high = left.rearrange(SWAP).blend(right, ODD);
      LongVector m2 =
          low.lanewise(VectorOperators.LSHR, 52).or(high.lanewise(VectorOperators.LSHL, 12));

      h0 = d0.and(MASK).add(low.and(MASK));
      h1 =
          d1.and(MASK)
              .add(d0.lanewise(VectorOperators.LSHR, 26))
              .add(low.lanewise(VectorOperators.LSHR, 26).and(MASK));
      h2 = d2.and(MASK).add(m2.and(MASK));
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
    Arrays.fill(lanes, 0);
  }
}
