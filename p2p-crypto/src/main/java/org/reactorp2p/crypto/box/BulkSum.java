/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/** Poly1305's sum over many blocks at once. Belongs to one thread. */
interface BulkSum {
  /** From how many blocks on it is worth its preparations. */
  int worthwhile();

  /** Takes the first {@code blocks} blocks of a message that was just started. */
  void absorb(Poly1305 sum, byte[] buf, int off, int blocks);
}
