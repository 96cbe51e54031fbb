/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

/** One implementation of the box at work on frames of one length, under nonces that count up. */
interface Sealing {
  /** Seals a frame under the next nonce. */
  void seal();

  /**
   * Opens the next of some frames that were sealed before, copied first since it is done in place.
   */
  void open();
}
