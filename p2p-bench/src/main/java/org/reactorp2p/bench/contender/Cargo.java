/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * The bodies that are sent, in an endless round. Both ends make them from the same seed, so the far
 * end knows which must come next, to the byte.
 */
public final class Cargo {

  /** How many different bodies there are. */
  public static final int KINDS = 8;

  private static final long SEED = 20_261_122;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final Payload payload;
  private final Parcel[] parcels = new Parcel[KINDS];

  public Cargo(Payload payload) {
    this.payload = payload;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int kind = 0; kind < KINDS; kind++) {
      byte[] body = new byte[payload.bytes()];
      random.nextBytes(body);
      parcels[kind] = Parcel.of(body);
    }
  }

  public Payload payload() {
    return payload;
  }

  /** Message {@code index}, counted from 0. */
  public Parcel parcel(long index) {
    return parcels[(int) (index % KINDS)];
  }

  /** The body of message {@code index}, counted from 0. Never to be written to. */
  public byte[] body(long index) {
    return parcel(index).body();
  }

  /** The checksum after so many messages in the right order; see {@link #add}. */
  public long checksum(long messages) {
    long sum = 0;
    for (long index = 0; index < messages; index++) {
      byte[] body = body(index);
      sum = add(sum, first(body), last(body));
    }
    return sum;
  }

  /** The checksum with one message more; the order matters. */
  public static long add(long sum, long first, long last) {
    return sum * 31 + (first ^ Long.rotateLeft(last, 1));
  }

  /** The first eight bytes. */
  public static long first(byte[] body) {
    return (long) LONG.get(body, 0);
  }

  /** The last eight bytes. */
  public static long last(byte[] body) {
    return (long) LONG.get(body, body.length - Long.BYTES);
  }
}
