/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.crypto.hash.Blake2b;

/**
 * How much work a stamp must show: about 2^difficulty hashes. Fractions count. A stamp passes when
 * BLAKE2b-256 of public key and stamp, read as a little-endian number, is at most {@link
 * #target()}. Immutable.
 */
public final class Difficulty {
  /** What a node of the Tezos main network demands by default. */
  public static final Difficulty DEFAULT = of(26);

  /** Demands nothing: every stamp passes. */
  public static final Difficulty NONE = of(0);

  private static final double MAX = 256;
  private static final int HASH_LENGTH = 32;
  private static final int HASH_WORDS = HASH_LENGTH / Long.BYTES;

  /** Bits of the mantissa in which the fraction of a difficulty is expressed. */
  private static final int MANTISSA_BITS = 54;

  private static final VarHandle LITTLE_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final double value;
  private final BigInteger target;

  private Difficulty(double value) {
    this.value = value;
    this.target = targetOf(value);
  }

  /**
   * A difficulty of {@code value} bits.
   *
   * @throws IllegalArgumentException unless 0 &lt;= value &lt;= 256
   */
  public static Difficulty of(double value) {
    if (!(value >= 0 && value <= MAX)) { // so written, NaN is refused too
      throw new IllegalArgumentException("a difficulty is a number from 0 to 256, not " + value);
    }
    return new Difficulty(value);
  }

  /** The difficulty in bits, 0 to 256. */
  public double value() {
    return value;
  }

  /** The greatest number that passes; below 2^256. */
  public BigInteger target() {
    return target;
  }

  /** How many hashes it takes to find a stamp, on average. */
  public double expectedHashes() {
    return Math.pow(2, value);
  }

  /** Whether the stamp shows enough work for this key. One hash, less than 2 µs. */
  public boolean isMetBy(PublicKey key, ProofOfWorkStamp stamp) {
    byte[] hash = Blake2b.hash(HASH_LENGTH, key.unsafeBytes(), stamp.unsafeBytes());
    for (int word = HASH_WORDS - 1; word >= 0; word--) {
      int order = Long.compareUnsigned(wordOf(hash, word), targetWord(word));
      if (order != 0) {
        return order < 0;
      }
    }
    return true;
  }

  /** The 64 bits of the target that lie above {@code 64 * word} lower ones. */
  long targetWord(int word) {
    return target.shiftRight(Long.SIZE * word).longValue();
  }

  private static long wordOf(byte[] hash, int word) {
    return (long) LITTLE_ENDIAN_LONG.get(hash, word * Long.BYTES);
  }

  private static BigInteger targetOf(double value) {
    int whole = (int) value;
    double fraction = value - whole;
    BigInteger mantissa = BigInteger.valueOf(mantissaOf(fraction));
    int shift = 256 - MANTISSA_BITS - whole;
    if (shift <= 0) {
      return mantissa.shiftRight(-shift);
    }
    BigInteger ones = BigInteger.ONE.shiftLeft(shift).subtract(BigInteger.ONE);
    return mantissa.shiftLeft(shift).or(ones);
  }

  private static long mantissaOf(double fraction) {
    return fraction == 0
        ? (1L << MANTISSA_BITS) - 1
        : (long) StrictMath.pow(2, MANTISSA_BITS - fraction);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Difficulty that && target.equals(that.target);
  }

  @Override
  public int hashCode() {
    return target.hashCode();
  }

  /** The number of bits. */
  @Override
  public String toString() {
    return Double.toString(value);
  }
}
