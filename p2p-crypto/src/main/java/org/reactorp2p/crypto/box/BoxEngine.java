/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * One way to compute XSalsa20-Poly1305, after HSalsa20 has done its part. An engine has no state
 * but the scratch space of each thread, so one serves all ciphers. Ranges were checked before.
 */
interface BoxEngine {
  /**
   * Enciphers {@code length} bytes at {@code off + 16} and writes the tag at {@code off}.
   *
   * @param subkey 8 words, only read
   * @param nonce the last 8 bytes of the nonce, read little-endian
   */
  void seal(int[] subkey, long nonce, byte[] buf, int off, int length);

  /** Deciphers {@code length} bytes at {@code off + 16} if the tag at {@code off} is right. */
  boolean open(int[] subkey, long nonce, byte[] buf, int off, int length);
}
