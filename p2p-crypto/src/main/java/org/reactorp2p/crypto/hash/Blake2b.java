/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * BLAKE2b without key, salt or personalisation (RFC 7693). The digest length is a parameter of the
 * function: a 16-byte digest is not the beginning of a 32-byte one.
 */
public final class Blake2b {
  /** Bytes that one compression takes in. */
  public static final int BLOCK_LENGTH = 128;

  private static final int MAX_DIGEST_LENGTH = 64;

  /** How often the schedule's rounds are gone through. */
  public static final int ROUNDS = 12;

  private static final long LAST_BLOCK = -1;
  private static final long MORE_TO_COME = 0;
  private static final VarHandle LITTLE_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The initial state of RFC 7693 section 2.6, which is that of SHA-512. */
  private static final long[] IV = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
  };

  /** Which message word goes where in each round (RFC 7693 section 2.7), one hex digit a word. */
  private static final byte[][] SIGMA = {
    schedule("0123456789abcdef"),
    schedule("ea489fd61c02b753"),
    schedule("b8c052fdae367194"),
    schedule("7931dcbe265a40f8"),
    schedule("905724afe1bc683d"),
    schedule("2c6a0b834d75fe19"),
    schedule("c51fed4a0763928b"),
    schedule("db7ec13950f4862a"),
    schedule("6fe9b308c2d714a5"),
    schedule("a2847615fb9e3cd0"),
    schedule("0123456789abcdef"),
    schedule("ea489fd61c02b753"),
  };

  private final long[] state = IV.clone();
  private final long[] work = new long[16];
  private final long[] words = new long[16];
  private final byte[] block = new byte[BLOCK_LENGTH];
  private int filled;
  private long total;

  private Blake2b(int digestLength) {
    state[0] ^= 0x01010000L ^ digestLength;
  }

  /**
   * The digest of the parts one after the other.
   *
   * @param digestLength length of the digest in bytes, 1 to 64
   * @param parts the input in pieces of any length; they are read and not kept
   * @throws IllegalArgumentException if the digest length is out of range
   */
  public static byte[] hash(int digestLength, byte[]... parts) {
    if (digestLength < 1 || digestLength > MAX_DIGEST_LENGTH) {
      throw new IllegalArgumentException("a digest has 1 to 64 bytes, not " + digestLength);
    }
    Blake2b hash = new Blake2b(digestLength);
    for (byte[] part : parts) {
      hash.update(part);
    }
    return hash.finish(digestLength);
  }

  /**
   * The sixteen words that go into the first round when the whole input fits one block; a fresh
   * array. With {@link #messageWordAt} it is what one needs to hash many short inputs side by side.
   *
   * @param digestLength length of the digest in bytes, 1 to 64
   * @param inputLength length of the input in bytes, 0 to 128
   */
  public static long[] singleBlockState(int digestLength, int inputLength) {
    Blake2b hash = new Blake2b(digestLength);
    hash.total = inputLength;
    hash.fillWork(LAST_BLOCK);
    return hash.work;
  }

  /** The index of the message word used at {@code place} (0 to 15) of {@code round} (0 to 11). */
  public static int messageWordAt(int round, int place) {
    return SIGMA[round][place];
  }

  private void update(byte[] input) {
    int from = 0;
    while (from < input.length) {
      if (filled
          == BLOCK_LENGTH) { // only now: the last block, even a full one, is compressed apart
        compress(MORE_TO_COME);
        filled = 0;
      }
      int length = Math.min(BLOCK_LENGTH - filled, input.length - from);
      System.arraycopy(input, from, block, filled, length);
      filled += length;
      total += length;
      from += length;
    }
  }

  private byte[] finish(int digestLength) {
    Arrays.fill(block, filled, BLOCK_LENGTH, (byte) 0);
    compress(LAST_BLOCK);
    byte[] digest = new byte[MAX_DIGEST_LENGTH];
    for (int i = 0; i < state.length; i++) {
      LITTLE_ENDIAN_LONG.set(digest, i * Long.BYTES, state[i]);
    }
    return Arrays.copyOf(digest, digestLength);
  }

  /** Mixes the block into the state. */
  private void compress(long lastBlock) {
    for (int i = 0; i < words.length; i++) {
      words[i] = (long) LITTLE_ENDIAN_LONG.get(block, i * Long.BYTES);
    }
    fillWork(lastBlock);
    for (int round = 0; round < ROUNDS; round++) {
      round(SIGMA[round]);
    }
    for (int i = 0; i < state.length; i++) {
      state[i] ^= work[i] ^ work[i + 8];
    }
  }

  private void fillWork(long lastBlock) {
    System.arraycopy(state, 0, work, 0, 8);
    System.arraycopy(IV, 0, work, 8, 8);
    work[12] ^= total; // arrays do not reach 2^64 bytes: the counter's upper word stays zero
    work[14] ^= lastBlock;
  }

  private void round(byte[] order) {
    mix(0, 4, 8, 12, words[order[0]], words[order[1]]);
    mix(1, 5, 9, 13, words[order[2]], words[order[3]]);
    mix(2, 6, 10, 14, words[order[4]], words[order[5]]);
    mix(3, 7, 11, 15, words[order[6]], words[order[7]]);
    mix(0, 5, 10, 15, words[order[8]], words[order[9]]);
    mix(1, 6, 11, 12, words[order[10]], words[order[11]]);
    mix(2, 7, 8, 13, words[order[12]], words[order[13]]);
    mix(3, 4, 9, 14, words[order[14]], words[order[15]]);
  }

  private void mix(int a, int b, int c, int d, long x, long y) {
    long[] v = work;
    v[a] += v[b] + x;
    v[d] = Long.rotateRight(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = Long.rotateRight(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 63);
  }

  private static byte[] schedule(String digits) {
    byte[] order = new byte[digits.length()];
    for (int i = 0; i < order.length; i++) {
      order[i] = (byte) Character.digit(digits.charAt(i), 16);
    }
    return order;
  }
}
