/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.crypto.hash.Blake2b;

/**
 * How much work a stamp must show: about 2^difficulty hashes. Fractions count. A stamp passes when
 * BLAKE2b-256 of public key and stamp, read as a little-endian number, is at most {@link
 * #target()}. Immutable.
 */
public final class Difficulty {
  private static final double MAX = 256;
  private static final int HASH_LENGTH = 32;
  private static final int HASH_WORDS = HASH_LENGTH / Long.BYTES;

  /** Bits of the mantissa in which the fraction of a difficulty is expressed. */
  private static final int MANTISSA_BITS = 54;

  private static final BigInteger GREATEST_HASH =
      BigInteger.ONE.shiftLeft(HASH_LENGTH * Byte.SIZE).subtract(BigInteger.ONE);

  /** Enough digits that 53 bits come out right. */
  private static final MathContext PRECISION = new MathContext(60);

  private static final VarHandle LITTLE_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** What a node of the Tezos main network demands by default. */
  public static final Difficulty DEFAULT = of(26);

  /** Demands nothing: every stamp passes. */
  public static final Difficulty NONE = of(0);

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

  /**
   * The greatest number that passes. With a fraction too small for a double it is a little more
   * than that of the whole number below, for 0 even above 2^256: so Octez computes it.
   */
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

  /** Word 0 to 3 of the greatest hash that passes, the least significant first. */
  long targetWord(int word) {
    return target.min(GREATEST_HASH).shiftRight(Long.SIZE * word).longValue();
  }

  private static long wordOf(byte[] hash, int word) {
    return (long) LITTLE_ENDIAN_LONG.get(hash, word * Long.BYTES);
  }

  private static BigInteger targetOf(double value) {
    int whole = (int) value;
    double fraction = value - whole;
    BigInteger mantissa = mantissaOf(fraction);
    int shift = 256 - MANTISSA_BITS - whole;
    if (shift <= 0) {
      return mantissa.shiftRight(-shift);
    }
    BigInteger ones = BigInteger.ONE.shiftLeft(shift).subtract(BigInteger.ONE);
    return mantissa.shiftLeft(shift).or(ones);
  }

  /**
   * The double nearest to 2^(54 - fraction), as an integer. Worked out by roots of two, because
   * {@link Math#pow} may be off by one in the last place, and by another one on the next machine.
   * The exponent is rounded to a double first; below 2^-48 the fraction gets lost in that.
   */
  private static BigInteger mantissaOf(double fraction) {
    BigInteger wholeBit = BigInteger.ONE.shiftLeft(MANTISSA_BITS);
    if (fraction == 0) {
      return wholeBit.subtract(BigInteger.ONE);
    }
    BigDecimal power = new BigDecimal(wholeBit);
    BigDecimal root = BigDecimal.valueOf(2);
    double rest = MANTISSA_BITS - (MANTISSA_BITS - fraction);
    while (rest != 0) {
      root = root.sqrt(PRECISION);
      rest *= 2;
      if (rest >= 1) {
        rest -= 1;
        power = power.divide(root, PRECISION);
      }
    }
    return BigInteger.valueOf((long) power.doubleValue());
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
