/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Arrays;
import java.util.Optional;

/** Reads what our implementation says against what was recorded, as it comes. */
final class Proofreader {

  /**
   * The first byte that was not as recorded.
   *
   * @param offset where
   * @param ours some of what was said there
   */
  record Slip(int offset, String ours) {}

  private final byte[] recorded;
  private int length;
  private Optional<Slip> slip = Optional.empty();

  Proofreader(byte[] recorded) {
    this.recorded = recorded;
  }

  void read(byte[] said) {
    int from = Math.min(length, recorded.length);
    int to = Math.min(length + said.length, recorded.length);
    int at = Arrays.mismatch(said, 0, said.length, recorded, from, to);
    if (at >= 0 && slip.isEmpty()) {
      slip = Optional.of(new Slip(length + at, Hex.some(said, at)));
    }
    length += said.length;
  }

  /** How many bytes were said. */
  int length() {
    return length;
  }

  Optional<Slip> slip() {
    return slip;
  }
}
