/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import java.util.Arrays;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.hash.Blake2b;

/**
 * What both sides said in clear, byte for byte as it was on the wire, each with its 2-byte length
 * in front. It binds the session to these two frames: the first nonce of either sender is a hash of
 * both. As long as one side's frame has a fresh random part, no two connections share a nonce.
 */
public final class Transcript {
  private static final int HASH_LENGTH = 32;

  private final byte[] initiatorFrame;
  private final byte[] responderFrame;

  private Transcript(byte[] initiatorFrame, byte[] responderFrame) {
    this.initiatorFrame = initiatorFrame;
    this.responderFrame = responderFrame;
  }

  /** The transcript of these two frames, which are copied. */
  public static Transcript of(byte[] initiatorFrame, byte[] responderFrame) {
    return new Transcript(initiatorFrame.clone(), responderFrame.clone());
  }

  /** The 24-byte nonce of the first frame that {@code sender} encrypts; a fresh array. */
  public byte[] firstNonceOf(Role sender) {
    byte[] hash = Blake2b.hash(HASH_LENGTH, initiatorFrame, responderFrame, sender.label());
    return Arrays.copyOf(hash, BoxCipher.NONCE_LENGTH);
  }
}
