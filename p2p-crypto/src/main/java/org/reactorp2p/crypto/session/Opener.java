/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import java.util.Objects;
import org.reactorp2p.crypto.box.BoxCipher;

/**
 * Opens the frames of one direction, in order; the first failure is the last call that does
 * anything. Single owner: one thread at a time, handed over with a happens-before. Allocates
 * nothing per frame.
 */
public final class Opener implements AutoCloseable {
  /** Bytes of the tag in front of every ciphertext. */
  public static final int TAG_LENGTH = BoxCipher.TAG_LENGTH;

  private enum State {
    OPEN,
    FAILED,
    CLOSED
  }

  private final BoxCipher cipher;
  private final NonceSequence nonces;
  private State state = State.OPEN;

  Opener(BoxCipher cipher, NonceSequence nonces) {
    this.cipher = cipher;
    this.nonces = nonces;
  }

  /**
   * Opens in place and uses up one nonce: the tag lies at {@code off}, the ciphertext after it, and
   * the plaintext appears at {@code [off + 16, off + boxLength)}. The tag is checked first; if it
   * is wrong the array is left as it was, and the keys are wiped.
   *
   * @param boxLength the length of tag and ciphertext, at least 16
   * @return the length of the plaintext
   * @throws DecipherException if the frame is not genuine or shorter than its tag, and in every
   *     call after such a one
   * @throws IndexOutOfBoundsException if the box is not inside the array; no nonce is used
   * @throws NoncesExhaustedException if this direction has sent all it may
   * @throws IllegalStateException after close
   */
  public int open(byte[] buf, int off, int boxLength) {
    requireOpen();
    Objects.checkFromIndexSize(off, boxLength, buf.length);
    if (boxLength < TAG_LENGTH) {
      throw failed("a frame is shorter than its tag");
    }
    if (!cipher.open(nonces.take(), buf, off, boxLength)) {
      throw failed("a frame does not open: forged, damaged, or out of order");
    }
    return boxLength - TAG_LENGTH;
  }

  private void requireOpen() {
    if (state == State.CLOSED) {
      throw new IllegalStateException("the opener is closed");
    }
    if (state == State.FAILED) {
      throw new DecipherException("an earlier frame did not open");
    }
  }

  private DecipherException failed(String message) {
    close();
    state = State.FAILED;
    return new DecipherException(message);
  }

  /** Wipes key and nonce. Closing twice is fine. */
  @Override
  public void close() {
    state = State.CLOSED;
    cipher.close();
    nonces.wipe();
  }

  @Override
  public String toString() {
    return "Opener(hidden)";
  }
}
