/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/**
 * So many bytes in a second, or no limit at all. A limited rate lies between 1 byte per second and
 * 2<sup>53</sup>, up to which a double counts every byte.
 *
 * @param bytesPerSecond {@link Long#MAX_VALUE} for {@link #UNLIMITED}
 */
public record ByteRate(long bytesPerSecond) {

  /** As fast as it goes. */
  public static final ByteRate UNLIMITED = new ByteRate(Long.MAX_VALUE);

  private static final long MOST = 1L << 53;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * @throws IllegalArgumentException if the rate is zero, negative or out of range
   */
  public ByteRate {
    if (bytesPerSecond < 1 || (bytesPerSecond > MOST && bytesPerSecond != Long.MAX_VALUE)) {
      throw refused(bytesPerSecond);
    }
  }

  /** So many bytes per second. */
  public static ByteRate of(long bytesPerSecond) {
    return new ByteRate(bytesPerSecond);
  }

  /** So many times 1,024 bytes per second. */
  public static ByteRate ofKibibytes(double perSecond) {
    return scaled(perSecond, 1L << 10, "KiB");
  }

  /** So many times 1,048,576 bytes per second. */
  public static ByteRate ofMebibytes(double perSecond) {
    return scaled(perSecond, 1L << 20, "MiB");
  }

  /**
   * Reads what a person wrote: {@code 2MiB}, {@code 512KiB}, {@code 1.5MB}, {@code 250000} (bytes)
   * or {@code unlimited}; each per second, which may be added as {@code /s}. Units are B, kB, MB,
   * GB (powers of 1,000) and KiB, MiB, GiB (powers of 1,024), written just so, since an Mb would be
   * a bit.
   *
   * @throws IllegalArgumentException if it is none of these, or no rate; the message is fit for
   *     whoever wrote it
   */
  public static ByteRate parse(String text) {
    return RateNotation.read(text);
  }

  private static ByteRate scaled(double perSecond, long unit, String name) {
    double bytes = Math.rint(perSecond * unit);
    if (!(bytes >= 1 && bytes <= MOST)) {
      throw refused(perSecond + " " + name);
    }
    return new ByteRate((long) bytes);
  }

  static IllegalArgumentException refused(Object rate) {
    return new IllegalArgumentException(
        "a rate is at least 1 byte per second and at most 2^53, got " + rate + " per second");
  }

  public boolean isUnlimited() {
    return bytesPerSecond == Long.MAX_VALUE;
  }

  /** What a limited rate lets through in so many nanoseconds. */
  double bytesIn(double nanos) {
    return bytesPerSecond * (nanos / NANOS_PER_SECOND);
  }

  /** How long a limited rate takes for so many bytes, in nanoseconds. */
  double nanosFor(double bytes) {
    return bytes * NANOS_PER_SECOND / bytesPerSecond;
  }

  @Override
  public String toString() {
    return isUnlimited() ? "unlimited" : bytesPerSecond + " B/s";
  }
}
