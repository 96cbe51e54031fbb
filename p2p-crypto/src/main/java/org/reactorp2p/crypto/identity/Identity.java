/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

/**
 * What a node owns: its secret key and the stamp that goes with the public one. It owns the secret
 * key, and closing it wipes that. Whether the stamp shows enough work is for {@link
 * Difficulty#isMetBy} to say.
 */
public final class Identity implements AutoCloseable {
  private final SecretKey secretKey;
  private final ProofOfWorkStamp stamp;

  private Identity(SecretKey secretKey, ProofOfWorkStamp stamp) {
    this.secretKey = secretKey;
    this.stamp = stamp;
  }

  /** An identity that takes over the secret key. */
  public static Identity of(SecretKey secretKey, ProofOfWorkStamp stamp) {
    return new Identity(secretKey, stamp);
  }

  /** The secret key; it belongs to the identity and ends with it. */
  public SecretKey secretKey() {
    return secretKey;
  }

  /** The public key; still known after close. */
  public PublicKey publicKey() {
    return secretKey.publicKey();
  }

  /** The proof-of-work stamp that this identity shows to its peers. */
  public ProofOfWorkStamp stamp() {
    return stamp;
  }

  /** The name under which peers know it. */
  public PeerId peerId() {
    return publicKey().peerId();
  }

  /** Wipes the secret key. Closing twice is fine. */
  @Override
  public void close() {
    secretKey.close();
  }

  /** The peer id, and nothing of the secret. */
  @Override
  public String toString() {
    return "Identity(" + peerId() + ")";
  }
}
