/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.reactorp2p.crypto.hash.Blake2b;

/**
 * BLAKE2b-256 of a public key and one stamp after the other, many side by side: a stamp per lane.
 * Key and stamp make seven words of a single block, of which only the last one differs from lane to
 * lane. Implementations own scratch space and serve one thread; they allocate nothing in {@link
 * #search}.
 */
interface StampLanes {
  /** Words of the block that are not zero: 32 bytes of key, 24 of stamp. */
  int WORDS = (PublicKey.LENGTH + ProofOfWorkStamp.LENGTH) / Long.BYTES;

  /** The word that counts: the last 8 bytes of the stamp. */
  int COUNTING_WORD = WORDS - 1;

  /** The word of the digest that is most significant in the little-endian number. */
  int TOP_WORD = 3;

  int DIGEST_LENGTH = 32;

  /** Which way the bits are turned in the four steps of BLAKE2b's mixing (RFC 7693 section 2.1). */
  int TURN_1 = 32;

  int TURN_2 = 24;
  int TURN_3 = 16;
  int TURN_4 = 63;

  /** Sets the six words that all stamps to come have in common. */
  void fix(long[] words);

  /**
   * Looks for a hash whose most significant 64 bits are at most {@code limit}, unsigned.
   *
   * @param base last 8 bytes, read big-endian, of the stamp with index 0; a multiple of 2^16
   * @param from index of the first stamp to try
   * @param to index after the last one, a multiple of 256 and at most 2^16
   * @return the lowest such index, or {@code to} if there is none
   */
  int search(long base, int from, int to, long limit);

  /** The sixteen words before the first round, the same for every stamp. */
  static long[] startState() {
    return Blake2b.singleBlockState(DIGEST_LENGTH, WORDS * Long.BYTES);
  }

  /** The six words of a key and the first 16 bytes of a stamp. */
  static long[] wordsOf(PublicKey key, StampNumber stamp) {
    long[] words = new long[COUNTING_WORD];
    ByteBuffer bytes = ByteBuffer.wrap(key.unsafeBytes()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().get(words, 0, PublicKey.LENGTH / Long.BYTES);
    words[4] = Long.reverseBytes(stamp.high());
    words[5] = Long.reverseBytes(stamp.middle());
    return words;
  }
}
