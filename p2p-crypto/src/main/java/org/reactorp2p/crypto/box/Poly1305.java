/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * Poly1305, one message after another: {@link #start}, {@link #update} with whole blocks, {@link
 * #finish} with what is left.
 *
 * <p>Numbers are three limbs of 44 bits, and 2^132 is 20 modulo the prime 2^130 - 5. The upper part
 * of a product beyond bit 44 comes from {@link Math#multiplyHigh} of operands shifted left by 20
 * between them; with the upper parts summed in H and the whole products, wrapping, in L, the sum of
 * the lower parts is exactly {@code L - (H << 44)}: no carries out of 64 bits are needed.
 */
final class Poly1305 {
  /** Bytes of a block. */
  static final int BLOCK = 16;

  private static final long MASK44 = (1L << 44) - 1;
  private static final long MASK42 = (1L << 42) - 1;
  private static final int UP_H = 6;
  private static final int UP_R = 14;

  private long r0;
  private long r1;
  private long r2;
  private long h0; // < 2^44
  private long h1; // < 2^44
  private long h2; // < 2^47
  private long padLow;
  private long padHigh;
  private long tagLow;
  private long tagHigh;

  /** Begins a message under a one-time key of 32 bytes, as four little-endian words. */
  void start(long k0, long k1, long k2, long k3) {
    long low = k0 & 0x0ffffffc0fffffffL;
    long high = k1 & 0x0ffffffc0ffffffcL;
    r0 = low & MASK44;
    r1 = (low >>> 44 | high << 20) & MASK44;
    r2 = high >>> 24;
    h0 = 0;
    h1 = 0;
    h2 = 0;
    padLow = k2;
    padHigh = k3;
  }

  /** Takes {@code length} bytes, a multiple of 16. */
  void update(byte[] buf, int off, int length) {
    for (int at = off; at < off + length; at += BLOCK) {
      absorb(Bytes.int64(buf, at), Bytes.int64(buf, at + 8), 1L << 40);
    }
  }

  private void absorb(long low, long high, long bit128) {
    long s1 = r1 * 20;
    long s2 = r2 * 20;
    long a0 = h0 + (low & MASK44);
    long a1 = h1 + ((low >>> 44 | high << 20) & MASK44);
    long a2 = h2 + (high >>> 24 | bit128);

    long up0 = upper(a0, r0) + upper(a1, s2) + upper(a2, s1);
    long up1 = upper(a0, r1) + upper(a1, r0) + upper(a2, s2);
    long up2 = upper(a0, r2) + upper(a1, r1) + upper(a2, r0);
    long low0 = a0 * r0 + a1 * s2 + a2 * s1 - (up0 << 44);
    long low1 = a0 * r1 + a1 * r0 + a2 * s2 - (up1 << 44);
    long low2 = a0 * r2 + a1 * r1 + a2 * r0 - (up2 << 44);

    long sum0 = low0 + up2 * 20;
    long sum1 = low1 + up0 + (sum0 >>> 44);
    h0 = sum0 & MASK44;
    h1 = sum1 & MASK44;
    h2 = low2 + up1 + (sum1 >>> 44);
  }

  /** The product without its lowest 44 bits. */
  private static long upper(long h, long r) {
    return Math.multiplyHigh(h << UP_H, r << UP_R);
  }

  /** Takes the last 0 to 15 bytes and computes the tag. */
  void finish(byte[] buf, int off, int length) {
    if (length > 0) {
      absorbRest(buf, off, length);
    }
    reduce();
    long low = h0 | h1 << 44;
    long high = h1 >>> 20 | h2 << 24;
    tagLow = low + padLow;
    long carry = Long.compareUnsigned(tagLow, low) < 0 ? 1 : 0;
    tagHigh = high + padHigh + carry;
  }

  private void absorbRest(byte[] buf, int off, int length) {
    long low = 0;
    long high = 0;
    for (int i = length - 1; i >= 0; i--) {
      high = high << 8 | low >>> 56;
      low = low << 8 | buf[off + i] & 0xff;
    }
    if (length < 8) {
      low |= 1L << 8 * length;
    } else {
      high |= 1L << 8 * (length - 8);
    }
    absorb(low, high, 0);
  }

  /** Brings the sum below the prime; h2 then has 42 bits. */
  private void reduce() {
    carry();
    carry();
    long g0 = h0 + 5;
    long g1 = h1 + (g0 >>> 44);
    long g2 = h2 + (g1 >>> 44) - (1L << 42);
    long keep = g2 >> 63;
    h0 = h0 & keep | g0 & MASK44 & ~keep;
    h1 = h1 & keep | g1 & MASK44 & ~keep;
    h2 = h2 & keep | g2 & ~keep;
  }

  private void carry() {
    h0 += (h2 >>> 42) * 5;
    h2 &= MASK42;
    h1 += h0 >>> 44;
    h0 &= MASK44;
    h2 += h1 >>> 44;
    h1 &= MASK44;
  }

  /** The first 8 bytes of the tag. */
  long tagLow() {
    return tagLow;
  }

  /** The last 8 bytes of the tag. */
  long tagHigh() {
    return tagHigh;
  }

  /** Forgets key and message. */
  void wipe() {
    start(0, 0, 0, 0);
  }
}
