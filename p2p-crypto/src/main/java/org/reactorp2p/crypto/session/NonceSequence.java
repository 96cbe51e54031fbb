/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import java.util.Arrays;
import org.reactorp2p.crypto.box.BoxCipher;

/**
 * The nonces of one direction: a 24-byte big-endian counter that starts at a hash. It counts modulo
 * 2^192 as Octez does, and stops after a number of frames that is far from reaching its start
 * again.
 */
public final class NonceSequence {
  /**
   * Frames per direction. At ten million frames a second they last ten months, in which 2^64 bytes
   * fit; two directions, which share a key and start at random points of 2^192, then meet with a
   * probability below 2^-142.
   */
  static final long DEFAULT_LIMIT = 1L << 48;

  private final byte[] nonce;
  private final long limit;
  private long taken;

  NonceSequence(byte[] first, long limit) {
    if (first.length != BoxCipher.NONCE_LENGTH) {
      throw new IllegalArgumentException("a nonce has 24 bytes, not " + first.length);
    }
    this.nonce = first.clone();
    this.limit = limit;
  }

  /**
   * The next nonce, to be read before the next call: it is the same array every time.
   *
   * @throws NoncesExhaustedException instead of giving one that might repeat
   */
  byte[] take() {
    if (taken == limit) {
      throw new NoncesExhaustedException(limit);
    }
    if (taken > 0) {
      increment(nonce);
    }
    taken++;
    return nonce;
  }

  void wipe() {
    Arrays.fill(nonce, (byte) 0);
    taken = limit;
  }

  /** Adds one to the bytes as a big-endian number; all ones become all zeros. */
  public static void increment(byte[] number) {
    for (int i = number.length - 1; i >= 0; i--) {
      if (++number[i] != 0) {
        return;
      }
    }
  }
}
