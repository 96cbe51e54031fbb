/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.Arrays;

/**
 * The precomputed key of a pair of peers: 32 bytes that both know and nobody else does. It hides in
 * {@link #toString()}, has no {@code equals}, and {@link #close()} wipes it. Not thread-safe.
 */
public final class BoxKey implements AutoCloseable {
  /** Bytes of a precomputed key, and of the shared secret it is made from. */
  public static final int LENGTH = 32;

  private final int[] words;

  private BoxKey(int[] words) {
    this.words = words;
  }

  /**
   * The key that {@code crypto_box_beforenm} makes of a raw X25519 shared secret: HSalsa20 of it
   * with a nonce of zeros. The secret is read and stays the caller's to wipe.
   *
   * @throws IllegalArgumentException unless the secret has 32 bytes
   */
  public static BoxKey ofSharedSecret(byte[] secret) {
    int[] words = wordsOf(secret);
    HSalsa20.derive(words, 0L, 0L, words, new int[SalsaBlock.WORDS]);
    return new BoxKey(words);
  }

  /**
   * A key that was computed elsewhere. The bytes are copied.
   *
   * @throws IllegalArgumentException unless there are 32 bytes
   */
  public static BoxKey ofPrecomputed(byte[] key) {
    return new BoxKey(wordsOf(key));
  }

  private static int[] wordsOf(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a box key has 32 bytes, not " + bytes.length);
    }
    int[] words = new int[LENGTH / Integer.BYTES];
    for (int i = 0; i < words.length; i++) {
      words[i] = Bytes.int32(bytes, i * Integer.BYTES);
    }
    return words;
  }

  int[] copyOfWords() {
    return words.clone();
  }

  /** Wipes the key. Ciphers made before keep their own copy until they are closed themselves. */
  @Override
  public void close() {
    Arrays.fill(words, 0);
  }

  @Override
  public String toString() {
    return "BoxKey(hidden)";
  }
}
