/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers in byte arrays, as Salsa20 and Poly1305 read them. */
final class Bytes {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  static int int32(byte[] from, int at) {
    return (int) INT.get(from, at);
  }

  static long int64(byte[] from, int at) {
    return (long) LONG.get(from, at);
  }

  static void putInt64(byte[] to, int at, long value) {
    LONG.set(to, at, value);
  }

  static void xorInt64(byte[] to, int at, long value) {
    LONG.set(to, at, (long) LONG.get(to, at) ^ value);
  }

  /** The same for the bytes from {@code at} to {@code end}, at most 8; says how many there were. */
  static int xorUpTo64(byte[] to, int at, int end, long value) {
    int count = Math.min(Long.BYTES, end - at);
    if (count == Long.BYTES) {
      xorInt64(to, at, value);
      return count;
    }
    for (int i = 0; i < count; i++) {
      to[at + i] ^= (byte) (value >>> 8 * i);
    }
    return count;
  }
}
