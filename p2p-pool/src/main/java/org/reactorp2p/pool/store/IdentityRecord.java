/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.util.Arrays;
import java.util.Optional;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.SecretKey;

/** What an identity file says, before anyone believes it. Not a record: records print secrets. */
final class IdentityRecord implements AutoCloseable {

  private final Optional<PeerId> peerId;
  private final PublicKey publicKey;
  private final byte[] secretKey; // wiped on close
  private final ProofOfWorkStamp stamp;

  /** Takes over the bytes of the secret key. */
  IdentityRecord(
      Optional<PeerId> peerId, PublicKey publicKey, byte[] secretKey, ProofOfWorkStamp stamp) {
    this.peerId = peerId;
    this.publicKey = publicKey;
    this.secretKey = secretKey;
    this.stamp = stamp;
  }

  /** What the file calls itself; betanet's files did not. */
  Optional<PeerId> peerId() {
    return peerId;
  }

  PublicKey publicKey() {
    return publicKey;
  }

  /** The identity of the secret key and the stamp. */
  Identity toIdentity() {
    return Identity.of(SecretKey.of(secretKey), stamp);
  }

  @Override
  public void close() {
    Arrays.fill(secretKey, (byte) 0);
  }

  @Override
  public String toString() {
    return "IdentityRecord(" + publicKey.peerId() + ")";
  }
}
