/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/** XSalsa20-Poly1305 in plain Java. */
final class PlainEngine implements BoxEngine {
  private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

  @Override
  public void seal(int[] subkey, long nonce, byte[] buf, int off, int length) {
    Scratch mine = scratch.get();
    int from = off + BoxCipher.TAG_LENGTH;
    mine.begin(subkey, nonce);
    mine.cipher(subkey, nonce, buf, from, length);
    mine.authenticate(buf, from, length);
    Bytes.putInt64(buf, off, mine.tag.tagLow());
    Bytes.putInt64(buf, off + 8, mine.tag.tagHigh());
    mine.tag.wipe();
  }

  @Override
  public boolean open(int[] subkey, long nonce, byte[] buf, int off, int length) {
    Scratch mine = scratch.get();
    int from = off + BoxCipher.TAG_LENGTH;
    mine.begin(subkey, nonce);
    mine.authenticate(buf, from, length);
    // No early exit: the time does not tell how much of the tag was right.
    long difference =
        Bytes.int64(buf, off) ^ mine.tag.tagLow() | Bytes.int64(buf, off + 8) ^ mine.tag.tagHigh();
    mine.tag.wipe();
    if (difference != 0) {
      return false;
    }
    mine.cipher(subkey, nonce, buf, from, length);
    return true;
  }

  /** What a thread needs while it works on a frame. */
  private static final class Scratch {
    private final int[] input = new int[16];
    private final int[] first = new int[16];
    private final int[] block = new int[16];
    private final Poly1305 tag = new Poly1305();

    void begin(int[] subkey, long nonce) {
      keystream(subkey, nonce, 0, first);
      tag.start(pair(0), pair(2), pair(4), pair(6));
    }

    private long pair(int i) {
      return first[i] & 0xffffffffL | (long) first[i + 1] << 32;
    }

    private void keystream(int[] subkey, long nonce, long counter, int[] to) {
      SalsaBlock.fill(input, subkey, (int) nonce, (int) (nonce >>> 32), counter);
      System.arraycopy(input, 0, to, 0, 16);
      SalsaBlock.permute(to);
      for (int i = 0; i < 16; i++) {
        to[i] += input[i];
      }
    }

    void cipher(int[] subkey, long nonce, byte[] buf, int off, int length) {
      int done = Math.min(length, 32);
      xor(first, 8, buf, off, done);
      for (int counter = 1; done < length; counter++) {
        keystream(subkey, nonce, counter, block);
        int now = Math.min(length - done, SalsaBlock.LENGTH);
        xor(block, 0, buf, off + done, now);
        done += now;
      }
    }

    private static void xor(int[] words, int word, byte[] buf, int off, int length) {
      int whole = length & -Integer.BYTES;
      for (int i = 0; i < whole; i += Integer.BYTES) {
        Bytes.xorInt32(buf, off + i, words[word + (i >>> 2)]);
      }
      for (int i = whole; i < length; i++) {
        buf[off + i] ^= (byte) (words[word + (i >>> 2)] >>> 8 * (i & 3));
      }
    }

    void authenticate(byte[] buf, int off, int length) {
      int whole = length & -Poly1305.BLOCK;
      tag.update(buf, off, whole);
      tag.finish(buf, off + whole, length - whole);
    }
  }
}
