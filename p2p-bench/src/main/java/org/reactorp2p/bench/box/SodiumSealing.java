/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.reactorp2p.bench.sodium.Sodium;
import org.reactorp2p.crypto.box.BoxCipher;

/** libsodium's {@code crypto_box_easy_afternm} and its counterpart, on arrays of the heap. */
final class SodiumSealing implements Sealing {
  private static final MethodType NOTHING_TO_INT = MethodType.methodType(int.class);

  // HotSpot compiles a call through the handle of a call site as if it were written out.
  private static final MutableCallSite SEAL = new MutableCallSite(NOTHING_TO_INT);
  private static final MutableCallSite OPEN = new MutableCallSite(NOTHING_TO_INT);
  private static final MethodHandle CALL_SEAL = SEAL.dynamicInvoker();
  private static final MethodHandle CALL_OPEN = OPEN.dynamicInvoker();

  private final Frames frames;

  SodiumSealing(Sodium sodium, int length) {
    frames = new Frames(length);
    byte[] text = new byte[length];
    long boxLength = length + BoxCipher.TAG_LENGTH;
    try {
      SEAL.setTarget(
          sodium.call(
              "crypto_box_easy_afternm",
              frames.frame,
              text,
              (long) length,
              frames.nonce,
              frames.key));
      OPEN.setTarget(
          sodium.call(
              "crypto_box_open_easy_afternm",
              text,
              frames.frame,
              boxLength,
              frames.nonce,
              frames.key));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this libsodium has no crypto_box", e);
    }
  }

  @Override
  public void seal() {
    frames.step();
    check(CALL_SEAL);
  }

  @Override
  public void open() {
    frames.turn();
    check(CALL_OPEN);
  }

  private static void check(MethodHandle call) {
    int status;
    try {
      status = (int) call.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("libsodium could not be called", e);
    }
    if (status != 0) {
      throw new IllegalStateException("libsodium refused our frame");
    }
  }
}
