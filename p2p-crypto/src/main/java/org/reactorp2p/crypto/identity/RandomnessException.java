/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The source of randomness failed or is plainly broken; without one there is no identity. */
public final class RandomnessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private RandomnessException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * {@code length} random bytes for {@code what}. All of them equal: not chance, but a broken
   * source.
   */
  static byte[] draw(RandomGenerator random, int length, String what) {
    byte[] bytes = new byte[length];
    try {
      random.nextBytes(bytes);
    } catch (RuntimeException e) {
      throw new RandomnessException("cannot draw " + what + ": the random source failed", e);
    }
    if (allEqual(bytes)) {
      throw new RandomnessException(
          "cannot draw " + what + ": the random source hands out one byte again and again", null);
    }
    return bytes;
  }

  private static boolean allEqual(byte[] bytes) {
    for (byte b : bytes) {
      if (b != bytes[0]) {
        return false;
      }
    }
    return true;
  }
}
