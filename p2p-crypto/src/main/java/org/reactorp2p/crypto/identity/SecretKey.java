/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * An X25519 secret key: 32 bytes as they were drawn (clamping happens inside the multiplication).
 * Hides in {@code toString}, has no {@code equals}, is wiped on close; what needs the bytes
 * afterwards throws {@link IllegalStateException}. Any thread may use it.
 */
public final class SecretKey implements AutoCloseable {
  /** Length in bytes, of the key and of a shared secret. */
  public static final int LENGTH = 32;

  private final PublicKey publicKey;
  private final byte[] bytes; // guarded by itself
  private boolean closed; // guarded by bytes

  private SecretKey(byte[] bytes) {
    this.bytes = bytes;
    byte[] point = new byte[PublicKey.LENGTH];
    X25519.scalarMultBase(bytes, 0, point, 0);
    this.publicKey = PublicKey.of(point);
  }

  /**
   * A fresh key.
   *
   * @param random must be cryptographically strong, as {@link java.security.SecureRandom} is
   * @throws RandomnessException if it fails, or hands out bytes that are all the same
   */
  public static SecretKey generate(RandomGenerator random) {
    return new SecretKey(RandomnessException.draw(random, LENGTH, "a secret key"));
  }

  /**
   * A key of these bytes, which are copied; wiping the argument is the caller's.
   *
   * @throws IllegalArgumentException unless there are 32
   */
  public static SecretKey of(byte[] bytes) {
    return new SecretKey(Bytes.exactly(LENGTH, bytes, "a secret key"));
  }

  /** The public half; still known after close. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /**
   * The raw X25519 shared secret, 32 bytes that belong to the caller, who wipes them.
   *
   * @throws WeakKeyException if it is zero, which is so exactly for the low-order points
   */
  public byte[] agree(PublicKey theirs) {
    byte[] mine = toBytes();
    byte[] secret = new byte[LENGTH];
    X25519.scalarMult(mine, 0, theirs.unsafeBytes(), 0, secret, 0);
    Arrays.fill(mine, (byte) 0);
    if (isZero(secret)) {
      throw new WeakKeyException();
    }
    return secret;
  }

  /** A copy of the 32 bytes, for stores; wiping it is the caller's. */
  public byte[] toBytes() {
    synchronized (bytes) {
      if (closed) {
        throw new IllegalStateException("the secret key was closed and is gone");
      }
      return bytes.clone();
    }
  }

  /** Overwrites the key. Closing twice is fine. */
  @Override
  public void close() {
    synchronized (bytes) {
      closed = true;
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "SecretKey(hidden)";
  }

  /** Looks at every byte, whatever it has seen before. */
  private static boolean isZero(byte[] secret) {
    int seen = 0;
    for (byte b : secret) {
      seen |= b;
    }
    return seen == 0;
  }
}
