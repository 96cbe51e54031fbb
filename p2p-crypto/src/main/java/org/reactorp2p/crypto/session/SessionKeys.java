/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import java.util.Arrays;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.SecretKey;

/**
 * The keys of one connection, seen from one side. They give one sealer and one opener and no second
 * one of either, since two would use the same nonces. Close when both were taken; these keep their
 * own copies. Single owner, not thread-safe.
 */
public final class SessionKeys implements AutoCloseable {
  private final Box box;
  private final BoxKey key;
  private final Transcript transcript;
  private final Role role;
  private boolean sealerTaken;
  private boolean openerTaken;
  private boolean closed;

  private SessionKeys(Box box, BoxKey key, Transcript transcript, Role role) {
    this.box = box;
    this.key = key;
    this.transcript = transcript;
    this.role = role;
  }

  /** As {@link #derive(Box, SecretKey, PublicKey, Role, Transcript)}, with the plain box. */
  public static SessionKeys derive(
      SecretKey mine, PublicKey theirs, Role role, byte[] initiatorFrame, byte[] responderFrame) {
    Transcript transcript = Transcript.of(initiatorFrame, responderFrame);
    return derive(Boxes.plain(), mine, theirs, role, transcript);
  }

  /**
   * Agrees on the key and binds it to the transcript. Costs one curve multiplication, so check the
   * peer's proof of work first.
   *
   * @param role the role of the side that owns {@code mine}
   * @throws org.reactorp2p.crypto.identity.WeakKeyException if {@code theirs} is a low-order point
   */
  public static SessionKeys derive(
      Box box, SecretKey mine, PublicKey theirs, Role role, Transcript transcript) {
    byte[] secret = mine.agree(theirs);
    try {
      return new SessionKeys(box, BoxKey.ofSharedSecret(secret), transcript, role);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * The sealer of what this side sends. It belongs to the caller, who closes it.
   *
   * @throws IllegalStateException if it was taken before, or after close
   */
  public Sealer sealer() {
    requireFirst(sealerTaken);
    sealerTaken = true;
    return new Sealer(cipher(), noncesOf(role));
  }

  /**
   * The opener of what the other side sends. It belongs to the caller, who closes it.
   *
   * @throws IllegalStateException if it was taken before, or after close
   */
  public Opener opener() {
    requireFirst(openerTaken);
    openerTaken = true;
    return new Opener(cipher(), noncesOf(role.other()));
  }

  private void requireFirst(boolean taken) {
    if (closed) {
      throw new IllegalStateException("the session keys are closed");
    }
    if (taken) {
      throw new IllegalStateException("taken already: a second one would use the same nonces");
    }
  }

  private BoxCipher cipher() {
    return box.cipher(key);
  }

  private NonceSequence noncesOf(Role sender) {
    return new NonceSequence(transcript.firstNonceOf(sender), NonceSequence.DEFAULT_LIMIT);
  }

  /** Wipes the key. Sealer and opener go on. Closing twice is fine. */
  @Override
  public void close() {
    closed = true;
    key.close();
  }

  @Override
  public String toString() {
    return "SessionKeys(hidden)";
  }
}
