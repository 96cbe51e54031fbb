/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tries the boxes out before one is chosen: first whether each gives the bytes of the plain one and
 * refuses a false tag, then how fast it is. The same code can be a good choice on one machine and
 * slower than the plain one by a factor on another (wide vectors on narrow hardware), which only a
 * measurement tells.
 */
final class BoxTrial {
  /**
   * How long one box may take to warm up. Vector code is slow until the compiler is done with it,
   * which costs most of a second of a processor that others use too.
   */
  private static final long WARM_UP_NANOS = 15_000_000_000L;

  /** Compiled code that has not become faster for so long is as fast as it gets. */
  private static final long SETTLED_NANOS = 300_000_000;

  /** A frame slower than this (0.2 GB/s) was not sealed by compiled code. */
  private static final long COMPILED_NANOS = 20_000;

  private static final int FRAME = 4_096;
  private static final int[] LENGTHS = {0, 1, 31, 32, 33, 64, 96, 1_000, 2_500};

  private BoxTrial() {}

  static BoxChoice choose(List<Box> boxes, LongSupplier nanoTime) {
    Box plain = boxes.get(0);
    if (boxes.size() == 1) {
      return new BoxChoice(plain, "Sealing with the " + plain.name() + " box, the only one here.");
    }
    List<Result> results = new ArrayList<>();
    for (Box box : boxes) {
      results.add(new Result(box, agrees(box, plain) ? nanosPerFrame(box, nanoTime) : 0));
    }
    Result best =
        results.stream()
            .filter(Result::passed)
            .min(Comparator.comparingLong(Result::nanos))
            .orElseThrow();
    return new BoxChoice(best.box(), report(best, results));
  }

  private static String report(Result best, List<Result> results) {
    StringBuilder text = new StringBuilder("Sealing with the ").append(best.box().name());
    text.append(" box; at the start ");
    for (int i = 0; i < results.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(results.get(i));
    }
    return text.append('.').toString();
  }

  /** Nanoseconds of a frame of 4 KiB at best; 0 if the self-test failed. */
  private record Result(Box box, long nanos) {
    boolean passed() {
      return nanos > 0;
    }

    @Override
    public String toString() {
      return passed()
          ? String.format(Locale.ROOT, "%s sealed %.2f GB/s", box.name(), (double) FRAME / nanos)
          : box.name() + " failed its self-test";
    }
  }

  private static boolean agrees(Box box, Box reference) {
    try (BoxKey key = BoxKey.ofPrecomputed(new byte[BoxKey.LENGTH]);
        BoxCipher tried = box.cipher(key);
        BoxCipher trusted = reference.cipher(key)) {
      byte[] nonce = new byte[BoxCipher.NONCE_LENGTH];
      for (int length : LENGTHS) {
        nonce[23]++;
        if (!agrees(tried, trusted, nonce, length)) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean agrees(BoxCipher tried, BoxCipher trusted, byte[] nonce, int length) {
    byte[] plain = new byte[BoxCipher.TAG_LENGTH + length];
    for (int i = BoxCipher.TAG_LENGTH; i < plain.length; i++) {
      plain[i] = (byte) (31 * i);
    }
    byte[] box = plain.clone();
    byte[] expected = plain.clone();
    tried.seal(nonce, box, 0, length);
    trusted.seal(nonce, expected, 0, length);
    if (!Arrays.equals(box, expected)) {
      return false;
    }
    box[0] ^= 1;
    boolean refused = !tried.open(nonce, box, 0, box.length);
    box[0] ^= 1;
    boolean opened = tried.open(nonce, box, 0, box.length);
    int from = BoxCipher.TAG_LENGTH;
    return refused && opened && Arrays.equals(box, from, box.length, plain, from, plain.length);
  }

  /** The best frame counts, since any may be disturbed. */
  private static long nanosPerFrame(Box box, LongSupplier nanoTime) {
    byte[] frame = new byte[BoxCipher.TAG_LENGTH + FRAME];
    byte[] nonce = new byte[BoxCipher.NONCE_LENGTH];
    try (BoxKey key = BoxKey.ofPrecomputed(new byte[BoxKey.LENGTH]);
        BoxCipher cipher = box.cipher(key)) {
      long now = nanoTime.getAsLong();
      long limit = now + WARM_UP_NANOS;
      long end = limit;
      long best = Long.MAX_VALUE;
      while (end - now > 0) {
        long from = now;
        nonce[23]++;
        cipher.seal(nonce, frame, 0, FRAME);
        now = nanoTime.getAsLong();
        long took = now - from;
        if (took <= COMPILED_NANOS && took < best - best / 10) {
          end = Math.min(limit, now + SETTLED_NANOS);
        }
        best = Math.min(best, took);
      }
      return Math.max(1, best);
    }
  }
}
