/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import java.util.Objects;
import org.reactorp2p.crypto.box.BoxCipher;

/**
 * Seals the frames of one direction, in order. Single owner: one thread at a time, handed over with
 * a happens-before. Allocates nothing per frame.
 */
public final class Sealer implements AutoCloseable {
  /** Bytes of the tag in front of every ciphertext. */
  public static final int TAG_LENGTH = BoxCipher.TAG_LENGTH;

  private final BoxCipher cipher;
  private final NonceSequence nonces;
  private boolean closed;

  Sealer(BoxCipher cipher, NonceSequence nonces) {
    this.cipher = cipher;
    this.nonces = nonces;
  }

  /**
   * Seals in place and uses up one nonce: the plaintext lies at {@code [off + 16, off + 16 +
   * plaintextLength)} and becomes ciphertext, the tag is written at {@code [off, off + 16)}.
   *
   * @param plaintextLength zero or more
   * @return the length of tag and ciphertext
   * @throws IndexOutOfBoundsException if that is not inside the array; no nonce is used
   * @throws NoncesExhaustedException if this direction has sent all it may; the array is untouched
   * @throws IllegalStateException after close
   */
  public int seal(byte[] buf, int off, int plaintextLength) {
    if (closed) {
      throw new IllegalStateException("the sealer is closed");
    }
    int boxLength = Math.addExact(plaintextLength, TAG_LENGTH);
    Objects.checkFromIndexSize(off, boxLength, buf.length);
    Objects.checkFromIndexSize(off, plaintextLength, buf.length);
    cipher.seal(nonces.take(), buf, off, plaintextLength);
    return boxLength;
  }

  /** Wipes key and nonce. Closing twice is fine. */
  @Override
  public void close() {
    closed = true;
    cipher.close();
    nonces.wipe();
  }

  @Override
  public String toString() {
    return "Sealer(hidden)";
  }
}
