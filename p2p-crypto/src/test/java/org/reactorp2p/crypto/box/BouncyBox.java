/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The box of Bouncy Castle's engines: slow, and written by other people. */
final class BouncyBox {
  private BouncyBox() {}

  /** Tag and ciphertext. */
  static byte[] seal(byte[] key, byte[] nonce, byte[] plain) {
    XSalsa20Engine salsa = new XSalsa20Engine();
    salsa.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
    byte[] oneTimeKey = new byte[32];
    salsa.processBytes(oneTimeKey, 0, 32, oneTimeKey, 0);
    byte[] box = new byte[16 + plain.length];
    salsa.processBytes(plain, 0, plain.length, box, 16);
    Poly1305 poly = new Poly1305();
    poly.init(new KeyParameter(oneTimeKey));
    poly.update(box, 16, plain.length);
    poly.doFinal(box, 0);
    Arrays.fill(oneTimeKey, (byte) 0);
    return box;
  }
}
