/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.pow;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** One hash after the other with Bouncy Castle. */
final class BouncyCastleContender implements Contender {
  private final Blake2bDigest digest = new Blake2bDigest(256);
  private final ByteBuffer input = ByteBuffer.allocate(56);
  private final byte[] hash = new byte[32];

  @Override
  public String name() {
    return "bouncy-castle";
  }

  @Override
  public long hash(long count) {
    for (long i = 0; i < count; i++) {
      input.putLong(48, i);
      digest.update(input.array(), 0, input.capacity());
      digest.doFinal(hash, 0);
    }
    return count;
  }
}
