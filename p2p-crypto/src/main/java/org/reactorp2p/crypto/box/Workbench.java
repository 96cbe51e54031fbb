/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * XSalsa20-Poly1305 after HSalsa20 has done its part, with the scratch space that one thread needs
 * for it, however many ciphers it serves.
 *
 * <pre>
 *   stream   0       32                    64            128
 *            | key   | message, first part | next part   | …
 * </pre>
 *
 * The first 32 bytes of the stream are the key of the tag, the message takes the rest.
 */
final class Workbench {
  private static final int KEY = 32;

  private final Keystream stream;
  private final Lookahead lookahead;
  private final BulkSum bulk;
  private final Poly1305 sum = new Poly1305();

  Workbench(Keystream stream, BulkSum bulk) {
    this.stream = stream;
    this.lookahead = new Lookahead(stream);
    this.bulk = bulk;
  }

  /**
   * Enciphers {@code length} bytes at {@code off + 16} and writes the tag at {@code off}.
   *
   * @param subkey 8 words, only read
   * @param nonce the last 8 bytes of the nonce, as a big-endian number
   */
  void seal(int[] subkey, long nonce, byte[] buf, int off, int length) {
    int from = off + BoxCipher.TAG_LENGTH;
    int block = begin(subkey, nonce, length);
    encipher(subkey, nonce, block, buf, from, length);
    authenticate(buf, from, length);
    Bytes.putInt64(buf, off, sum.tagLow());
    Bytes.putInt64(buf, off + Long.BYTES, sum.tagHigh());
    sum.wipe();
  }

  /** Deciphers {@code length} bytes at {@code off + 16} if the tag at {@code off} is right. */
  boolean open(int[] subkey, long nonce, byte[] buf, int off, int length) {
    int from = off + BoxCipher.TAG_LENGTH;
    int block = begin(subkey, nonce, length);
    authenticate(buf, from, length);
    // No early exit: the time does not tell how much of the tag was right.
    long difference =
        Bytes.int64(buf, off) ^ sum.tagLow() | Bytes.int64(buf, off + Long.BYTES) ^ sum.tagHigh();
    sum.wipe();
    if (difference != 0) {
      return false;
    }
    encipher(subkey, nonce, block, buf, from, length);
    return true;
  }

  /** Starts the sum under the frame's key, and gives the place of the frame's first block. */
  private int begin(int[] subkey, long nonce, int length) {
    int block = lookahead.find(subkey, nonce, blocks(KEY + length));
    sum.start(
        stream.word(block, 0), stream.word(block, 1), stream.word(block, 2), stream.word(block, 3));
    return block;
  }

  private static int blocks(int bytes) {
    return (bytes + Keystream.BLOCK - 1) / Keystream.BLOCK;
  }

  /** The stream cancels itself out: enciphering and deciphering are the same. */
  private void encipher(int[] subkey, long nonce, int block, byte[] buf, int off, int length) {
    int room = stream.capacity() * Keystream.BLOCK;
    int done = Math.min(length, room - KEY);
    stream.xor(block, KEY, buf, off, done);
    int counter = stream.capacity();
    while (done < length) {
      int now = Math.min(length - done, room);
      lookahead.compute(subkey, nonce, counter, blocks(now));
      stream.xor(0, 0, buf, off + done, now);
      counter += stream.capacity();
      done += now;
    }
  }

  private void authenticate(byte[] buf, int off, int length) {
    int whole = length & -Poly1305.BLOCK;
    if (whole / Poly1305.BLOCK < bulk.worthwhile()) {
      sum.update(buf, off, whole);
    } else {
      bulk.absorb(sum, buf, off, whole / Poly1305.BLOCK);
    }
    sum.finish(buf, off + whole, length - whole);
  }
}
