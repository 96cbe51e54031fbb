/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.pow;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.reactorp2p.bench.sodium.Sodium;

/** One hash after the other with libsodium's {@code crypto_generichash}. */
final class SodiumContender implements Contender {
  private static final ByteBuffer INPUT = ByteBuffer.allocate(56);
  private static final byte[] HASH = new byte[32];
  private static final byte[] NO_KEY = new byte[0];

  /** Stands for a libsodium that is not there. */
  private static final MethodHandle MISSING = MethodHandles.constant(int.class, -1);

  /** Static and final, because HotSpot compiles a call through such a handle as if written out. */
  private static final MethodHandle CALL = Sodium.load().map(SodiumContender::hash).orElse(MISSING);

  private SodiumContender() {}

  /** Nothing where libsodium cannot be called. */
  static Optional<Contender> find() {
    return CALL == MISSING ? Optional.empty() : Optional.of(new SodiumContender());
  }

  @Override
  public String name() {
    return "libsodium";
  }

  @Override
  public long hash(long count) {
    for (long i = 0; i < count; i++) {
      INPUT.putLong(48, i);
      hashOnce();
    }
    return count;
  }

  private static void hashOnce() {
    try {
      int unused = (int) CALL.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("libsodium failed", e);
    }
  }

  private static MethodHandle hash(Sodium sodium) {
    try {
      return sodium.call("crypto_generichash", HASH, 32L, INPUT.array(), 56L, NO_KEY, 0L);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this libsodium has no crypto_generichash", e);
    }
  }
}
