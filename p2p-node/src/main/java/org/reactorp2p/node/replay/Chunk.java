/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

/**
 * One encrypted frame, opened.
 *
 * @param offset where its length lies in the direction's bytes
 * @param plaintext what was in it
 */
record Chunk(int offset, byte[] plaintext) {

  /** The index behind its last byte. */
  int end() {
    return offset + 2 + 16 + plaintext.length;
  }
}
