/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/** Room for some blocks of XSalsa20's stream, computed many at once. Belongs to one thread. */
interface Keystream {
  /** Bytes of a block. */
  int BLOCK = 64;

  /** How many blocks there is room for. */
  int capacity();

  /**
   * Computes blocks and forgets those it held. The stretch may exceed what was asked for by as much
   * as is convenient, never the capacity.
   */
  void compute(int[] subkey, Stretch stretch);

  /** Eight bytes of a block, little-endian; {@code index} 0 to 7. */
  long word(int block, int index);

  /**
   * Adds the stream to {@code length} bytes, beginning {@code skip} bytes into the given block; 0
   * or 32.
   */
  void xor(int block, int skip, byte[] buf, int off, int length);
}
