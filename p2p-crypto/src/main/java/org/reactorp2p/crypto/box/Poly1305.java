/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * Poly1305, one message after another: {@link #start}, {@link #update} with whole blocks, {@link
 * #finish} with what is left.
 *
 * <p>Numbers are words of 32 bits in longs. The clamped words of r have 28 bits, and those but the
 * first are multiples of four, so that 5/4 of them, which takes the place of 2^130 and beyond, is
 * whole. A word of h stays below 2^33.9 with the message added: four products then fit in 64 bits
 * without a sign, and all shifts are unsigned.
 */
final class Poly1305 {
  /** Bytes of a block. */
  static final int BLOCK = 16;

  private static final long MASK = 0xffffffffL;
  private static final long CLAMP_LOW = 0x0ffffffc0fffffffL;
  private static final long CLAMP_HIGH = 0x0ffffffc0ffffffcL;

  private long keyLow;
  private long keyHigh;
  private long padLow;
  private long padHigh;
  private long h0;
  private long h1;
  private long h2;
  private long h3;
  private long h4;

  /** Begins a message under a one-time key of 32 bytes, as four little-endian numbers. */
  void start(long k0, long k1, long k2, long k3) {
    keyLow = k0 & CLAMP_LOW;
    keyHigh = k1 & CLAMP_HIGH;
    padLow = k2;
    padHigh = k3;
    resume(0, 0, 0);
  }

  /** The first half of the clamped key. */
  long keyLow() {
    return keyLow;
  }

  /** The second half of the clamped key. */
  long keyHigh() {
    return keyHigh;
  }

  /** Goes on from a sum that was computed elsewhere, given by its bits 0, 64 and 128 upwards. */
  void resume(long low, long high, long top) {
    h0 = low & MASK;
    h1 = low >>> 32;
    h2 = high & MASK;
    h3 = high >>> 32;
    h4 = top;
  }

  /** Takes {@code length} bytes, a multiple of 16. */
  void update(byte[] buf, int off, int length) {
    for (int at = off; at < off + length; at += BLOCK) {
      absorb(Bytes.int64(buf, at), Bytes.int64(buf, at + 8), 1);
    }
  }

  private void absorb(long low, long high, long top) {
    long r0 = keyLow & MASK;
    long r1 = keyLow >>> 32;
    long r2 = keyHigh & MASK;
    long r3 = keyHigh >>> 32;
    long s1 = r1 + (r1 >>> 2);
    long s2 = r2 + (r2 >>> 2);
    long s3 = r3 + (r3 >>> 2);
    long a0 = h0 + (low & MASK);
    long a1 = h1 + (low >>> 32);
    long a2 = h2 + (high & MASK);
    long a3 = h3 + (high >>> 32);
    long a4 = h4 + top;

    long d0 = a0 * r0 + a1 * s3 + a2 * s2 + a3 * s1;
    long d1 = a0 * r1 + a1 * r0 + a2 * s3 + a3 * s2 + a4 * s1;
    long d2 = a0 * r2 + a1 * r1 + a2 * r0 + a3 * s3 + a4 * s2;
    long d3 = a0 * r3 + a1 * r2 + a2 * r1 + a3 * r0 + a4 * s3;
    long d4 = a4 * r0;

    d1 += d0 >>> 32;
    d3 += d2 >>> 32;
    d4 += d3 >>> 32;
    h0 = (d0 & MASK) + (d4 >>> 2) + (d4 & ~3L);
    h1 = d1 & MASK;
    h2 = (d2 & MASK) + (d1 >>> 32);
    h3 = d3 & MASK;
    h4 = d4 & 3;
  }

  /** Takes the last 0 to 15 bytes and completes the sum. */
  void finish(byte[] buf, int off, int length) {
    if (length > 0) {
      absorbRest(buf, off, length);
    }
    carry();
    carry();
    subtractPrime();
  }

  private void absorbRest(byte[] buf, int off, int length) {
    long low = 0;
    long high = 1;
    for (int i = length - 1; i >= 8; i--) {
      high = high << 8 | buf[off + i] & 0xff;
    }
    if (length < 8) {
      low = 1;
      high = 0;
    }
    for (int i = Math.min(length, 8) - 1; i >= 0; i--) {
      low = low << 8 | buf[off + i] & 0xff;
    }
    absorb(low, high, 0);
  }

  private void carry() {
    h1 += h0 >>> 32;
    h2 += h1 >>> 32;
    h3 += h2 >>> 32;
    h4 += h3 >>> 32;
    h0 = (h0 & MASK) + 5 * (h4 >>> 2);
    h1 &= MASK;
    h2 &= MASK;
    h3 &= MASK;
    h4 &= 3;
  }

  /** Adding 5 reaches 2^130 exactly where the sum is not below the prime. No branch tells. */
  private void subtractPrime() {
    long g0 = h0 + 5;
    long g1 = h1 + (g0 >>> 32);
    long g2 = h2 + (g1 >>> 32);
    long g3 = h3 + (g2 >>> 32);
    long reached = -(h4 + (g3 >>> 32) >>> 2);
    h0 = h0 & ~reached | g0 & MASK & reached;
    h1 = h1 & ~reached | g1 & MASK & reached;
    h2 = h2 & ~reached | g2 & MASK & reached;
    h3 = h3 & ~reached | g3 & MASK & reached;
  }

  /** The first 8 bytes of the tag, once finished. */
  long tagLow() {
    return (h0 | h1 << 32) + padLow;
  }

  /** The last 8 bytes of the tag, once finished. */
  long tagHigh() {
    long low = h0 | h1 << 32;
    long carry = Long.compareUnsigned(low + padLow, low) < 0 ? 1 : 0;
    return (h2 | h3 << 32) + padHigh + carry;
  }

  /** Forgets key and message. */
  void wipe() {
    start(0, 0, 0, 0);
  }
}
