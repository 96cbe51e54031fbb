/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * HSalsa20: a key and 16 bytes of nonce make a subkey. It is Salsa20's twenty rounds without the
 * last addition, and gives the words of the diagonal and of the input.
 */
final class HSalsa20 {
  private HSalsa20() {}

  /** Writes 8 words to {@code subkey}, which may be {@code key} itself. */
  static void derive(int[] key, long nonceLow, long nonceHigh, int[] subkey) {
    int[] state = new int[16];
    SalsaBlock.fill(state, key, (int) nonceLow, (int) (nonceLow >>> 32), nonceHigh);
    SalsaBlock.permute(state);
    subkey[0] = state[0];
    subkey[1] = state[5];
    subkey[2] = state[10];
    subkey[3] = state[15];
    System.arraycopy(state, 6, subkey, 4, 4);
    java.util.Arrays.fill(state, 0);
  }
}
