/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;

/** Our own box. */
final class OwnSealing implements Sealing {
  private final Frames frames;
  private final BoxCipher cipher;
  private final int length;

  OwnSealing(Box box, int length) {
    this.frames = new Frames(length);
    this.length = length;
    try (BoxKey key = BoxKey.ofPrecomputed(frames.key)) {
      cipher = box.cipher(key);
    }
  }

  @Override
  public void seal() {
    frames.step();
    cipher.seal(frames.nonce, frames.frame, 0, length);
  }

  @Override
  public void open() {
    frames.turn();
    if (!cipher.open(frames.nonce, frames.frame, 0, frames.frame.length)) {
      throw new IllegalStateException("our own frame did not open");
    }
  }
}
