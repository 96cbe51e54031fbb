/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;
import java.util.Objects;

/**
 * Seals or opens one stream of frames under one key. The nonce is the caller's business; while its
 * first 16 bytes stand still, as those of a counter do, the subkey made of them is kept and
 * HSalsa20 need not run.
 *
 * <p>Works in place, allocates nothing per frame, and belongs to one owner at a time: not
 * thread-safe, but it may wander from thread to thread, since the scratch space is the thread's.
 */
public final class BoxCipher implements AutoCloseable {
  /** Bytes of the Poly1305 tag in front of the ciphertext. */
  public static final int TAG_LENGTH = 16;

  /** Bytes of a nonce. */
  public static final int NONCE_LENGTH = 24;

  private final ThreadLocal<Workbench> workbenches;
  private final int[] key;
  private final int[] subkey = new int[8];
  private final int[] state = new int[SalsaBlock.WORDS];

  /** The first 16 bytes of the nonce that {@link #subkey} was made of, once there is one. */
  private long prefixLow;

  private long prefixHigh;
  private boolean subkeyMade;
  private boolean closed;

  BoxCipher(ThreadLocal<Workbench> workbenches, int[] key) {
    this.workbenches = workbenches;
    this.key = key;
  }

  /**
   * Seals in place: the plaintext lies at {@code buf[off + 16, off + 16 + plaintextLength)} and
   * becomes the ciphertext, the tag is written at {@code buf[off, off + 16)}. A nonce must never
   * come twice under one key.
   *
   * @param nonce 24 bytes, only read
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public void seal(byte[] nonce, byte[] buf, int off, int plaintextLength) {
    Objects.checkFromIndexSize(off, TAG_LENGTH, buf.length);
    Objects.checkFromIndexSize(off + TAG_LENGTH, plaintextLength, buf.length);
    prepare(nonce);
    workbenches.get().seal(subkey, counted(nonce), buf, off, plaintextLength);
  }

  /**
   * Opens in place: the tag lies at {@code off}, the ciphertext behind it; the plaintext appears at
   * {@code buf[off + 16, off + boxLength)}. The tag is checked in constant time and before a byte
   * is deciphered: where it is wrong the array is left as it was.
   *
   * @param nonce 24 bytes, only read
   * @param boxLength tag and ciphertext, at least 16
   * @return whether the tag was right
   * @throws IndexOutOfBoundsException if the range is not inside the array or shorter than a tag
   */
  public boolean open(byte[] nonce, byte[] buf, int off, int boxLength) {
    Objects.checkFromIndexSize(off, boxLength, buf.length);
    Objects.checkIndex(TAG_LENGTH - 1, boxLength);
    prepare(nonce);
    return workbenches.get().open(subkey, counted(nonce), buf, off, boxLength - TAG_LENGTH);
  }

  private static long counted(byte[] nonce) {
    return Long.reverseBytes(Bytes.int64(nonce, 16));
  }

  private void prepare(byte[] nonce) {
    if (nonce.length != NONCE_LENGTH) {
      throw new IllegalArgumentException("a nonce has 24 bytes, not " + nonce.length);
    }
    if (closed) {
      throw new IllegalStateException("this cipher is closed");
    }
    long low = Bytes.int64(nonce, 0);
    long high = Bytes.int64(nonce, 8);
    if (!subkeyMade || low != prefixLow || high != prefixHigh) {
      HSalsa20.derive(key, low, high, subkey, state);
      prefixLow = low;
      prefixHigh = high;
      subkeyMade = true;
    }
  }

  /** Wipes the keys; later calls are refused. Closing twice is fine. */
  @Override
  public void close() {
    closed = true;
    Arrays.fill(key, 0);
    Arrays.fill(subkey, 0);
  }

  @Override
  public String toString() {
    return "BoxCipher(hidden)";
  }
}
