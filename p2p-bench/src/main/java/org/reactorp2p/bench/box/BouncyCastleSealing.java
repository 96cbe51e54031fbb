/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.reactorp2p.crypto.box.BoxCipher;

/** The box put together from Bouncy Castle's engines, as one would without us. */
final class BouncyCastleSealing implements Sealing {
  private static final int TAG = BoxCipher.TAG_LENGTH;

  private final Frames frames;
  private final int length;
  private final KeyParameter key;
  private final XSalsa20Engine salsa = new XSalsa20Engine();
  private final Poly1305 poly = new Poly1305();
  private final byte[] oneTimeKey = new byte[32];
  private final byte[] tag = new byte[TAG];

  BouncyCastleSealing(int length) {
    this.frames = new Frames(length);
    this.length = length;
    this.key = new KeyParameter(frames.key);
  }

  @Override
  public void seal() {
    frames.step();
    begin();
    salsa.processBytes(frames.frame, TAG, length, frames.frame, TAG);
    poly.update(frames.frame, TAG, length);
    poly.doFinal(frames.frame, 0);
  }

  @Override
  public void open() {
    frames.turn();
    begin();
    poly.update(frames.frame, TAG, length);
    poly.doFinal(tag, 0);
    if (!Arrays.equals(tag, 0, TAG, frames.frame, 0, TAG)) {
      throw new IllegalStateException("Bouncy Castle did not open our frame");
    }
    salsa.processBytes(frames.frame, TAG, length, frames.frame, TAG);
  }

  private void begin() {
    salsa.init(true, new ParametersWithIV(key, frames.nonce));
    Arrays.fill(oneTimeKey, (byte) 0);
    salsa.processBytes(oneTimeKey, 0, oneTimeKey.length, oneTimeKey, 0);
    poly.init(new KeyParameter(oneTimeKey));
  }
}
