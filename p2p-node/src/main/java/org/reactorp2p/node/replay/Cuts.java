/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** How the other side's bytes are cut before they reach us. */
interface Cuts {

  /** As they were recorded: one piece per segment. */
  Cuts RECORDED = bytes -> bytes.length == 0 ? List.of() : List.of(bytes);

  /** The pieces, in order; together they are the bytes. */
  List<byte[]> cut(byte[] bytes);

  /** Anywhere: now single bytes, now long stretches. */
  static Cuts random(RandomGenerator random) {
    return bytes -> {
      List<byte[]> pieces = new ArrayList<>();
      int longest =
          1
              << random.nextInt(
                  0, Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(bytes.length)));
      // At most some thousand pieces, however much there is.
      int most = Math.max(longest, bytes.length / 2048);
      for (int at = 0; at < bytes.length; ) {
        int to = Math.min(bytes.length, at + random.nextInt(1, most + 1));
        pieces.add(Arrays.copyOfRange(bytes, at, to));
        at = to;
      }
      return pieces;
    };
  }
}
