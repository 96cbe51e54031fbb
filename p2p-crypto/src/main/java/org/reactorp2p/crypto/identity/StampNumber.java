/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.nio.ByteBuffer;

/** A stamp as the unsigned 192-bit big-endian number that mining counts with. */
record StampNumber(long high, long middle, long low) {

  static StampNumber of(ProofOfWorkStamp stamp) {
    ByteBuffer bytes = ByteBuffer.wrap(stamp.unsafeBytes());
    return new StampNumber(bytes.getLong(), bytes.getLong(), bytes.getLong());
  }

  ProofOfWorkStamp toStamp() {
    ByteBuffer bytes = ByteBuffer.allocate(ProofOfWorkStamp.LENGTH);
    bytes.putLong(high).putLong(middle).putLong(low);
    return ProofOfWorkStamp.of(bytes.array());
  }

  /** The sum modulo 2^192; {@code offset} is zero or more. */
  StampNumber plus(long offset) {
    long newLow = low + offset;
    boolean carry = Long.compareUnsigned(newLow, low) < 0;
    long newMiddle = carry ? middle + 1 : middle;
    long newHigh = carry && newMiddle == 0 ? high + 1 : high;
    return new StampNumber(newHigh, newMiddle, newLow);
  }

  /** The number without its lowest bits; {@code size} is a power of two. */
  StampNumber alignedTo(int size) {
    return new StampNumber(high, middle, low & -size);
  }

  /** What {@link #alignedTo} cuts off. */
  int above(int size) {
    return (int) (low & (size - 1));
  }
}
