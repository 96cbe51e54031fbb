/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;

/**
 * Poly1305's sum in {@link PolyLanes}: lane j takes the blocks j, j + 128, j + 256 … and multiplies
 * by r^128 from one to the next; at the end Horner's rule joins the lanes. Where the blocks do not
 * fill the first row, its lanes begin empty, which changes nothing.
 */
final class PlainSum implements BulkSum {
  private static final int LANES = PolyLanes.LANES;
  private static final int LOG_LANES = 7;

  /** Below, joining the lanes costs more than they save (measured). */
  private static final int WORTHWHILE = 512;

  private final long[] x = new long[PolyLanes.LENGTH];
  private final long[] r = new long[Limbs.COUNT];
  private final long[] power = new long[Limbs.COUNT];
  private final long[] sum = new long[Limbs.COUNT];

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
    int at = firstRow(buf, off, blocks);
    int end = off + blocks * Poly1305.BLOCK;
    for (; at < end; at += LANES * Poly1305.BLOCK) {
      gather(buf, at, 0);
      PolyLanes.multiply(x, power);
      PolyLanes.carryAndAdd(x);
    }
    join();
    Limbs.resume(poly, sum);
    wipe();
  }

  private int firstRow(byte[] buf, int off, int blocks) {
    int empty = -blocks & LANES - 1;
    Arrays.fill(x, 0);
    gather(buf, off - empty * Poly1305.BLOCK, empty);
    PolyLanes.carryAndAdd(x);
    for (int i = 0; i < empty; i++) {
      x[4 * LANES + i] = 0;
    }
    return off + (LANES - empty) * Poly1305.BLOCK;
  }

  private void gather(byte[] buf, int off, int from) {
    for (int i = from; i < LANES; i++) {
      x[PolyLanes.LOW + i] = Bytes.int64(buf, off + i * Poly1305.BLOCK);
      x[PolyLanes.HIGH + i] = Bytes.int64(buf, off + i * Poly1305.BLOCK + Long.BYTES);
    }
  }

  private void join() {
    Arrays.fill(sum, 0);
    for (int i = 0; i < LANES; i++) {
      for (int k = 0; k < Limbs.COUNT; k++) {
        sum[k] += x[k * LANES + i];
      }
      Limbs.multiply(sum, r);
    }
  }

  private void wipe() {
    Arrays.fill(r, 0);
    Arrays.fill(power, 0);
  }
}
