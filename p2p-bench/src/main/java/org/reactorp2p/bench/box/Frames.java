/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import java.util.Arrays;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;
import org.reactorp2p.crypto.box.Boxes;

/** A key, a nonce that counts up, a frame to work on, and a ring of sealed frames to be opened. */
final class Frames {
  private static final int RING_BYTES = 1 << 20;
  private static final int LONGEST_RING = 256;

  final byte[] key = new byte[BoxKey.LENGTH];
  final byte[] nonce = new byte[BoxCipher.NONCE_LENGTH];
  final byte[] frame;
  private final byte[][] ring;
  private int next;

  Frames(int length) {
    frame = new byte[BoxCipher.TAG_LENGTH + length];
    ring = new byte[Math.min(LONGEST_RING, RING_BYTES / frame.length)][frame.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (7 * i + 1);
    }
    try (BoxKey boxKey = BoxKey.ofPrecomputed(key);
        BoxCipher cipher = Boxes.plain().cipher(boxKey)) {
      for (int i = 0; i < ring.length; i++) {
        nonce[nonce.length - 1] = (byte) i;
        cipher.seal(nonce, ring[i], 0, length);
      }
    }
  }

  /** Steps to a nonce that was not used for sealing yet. */
  void step() {
    int i = nonce.length - 1;
    while (++nonce[i] == 0) {
      i--;
    }
  }

  /** Copies the next sealed frame to {@link #frame} and sets its nonce. */
  void turn() {
    System.arraycopy(ring[next], 0, frame, 0, frame.length);
    Arrays.fill(nonce, (byte) 0);
    nonce[nonce.length - 1] = (byte) next;
    next = next + 1 == ring.length ? 0 : next + 1;
  }
}
