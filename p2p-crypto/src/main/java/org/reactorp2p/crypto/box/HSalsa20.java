/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;

/**
 * HSalsa20: a key and 16 bytes of nonce make a subkey. It is Salsa20's twenty rounds without the
 * last addition, and gives the words of the diagonal and of the input.
 */
final class HSalsa20 {
  private HSalsa20() {}

  /**
   * Writes 8 words to {@code subkey}, which may be {@code key} itself; {@code state} is room for 16
   * words and is left wiped.
   */
  static void derive(int[] key, long nonceLow, long nonceHigh, int[] subkey, int[] state) {
    SalsaBlock.fill(state, key, nonceLow, nonceHigh);
    SalsaBlock.permute(state, state);
    for (int i = 0; i < 4; i++) {
      subkey[i] = state[5 * i];
      subkey[4 + i] = state[6 + i];
    }
    Arrays.fill(state, 0);
  }
}
