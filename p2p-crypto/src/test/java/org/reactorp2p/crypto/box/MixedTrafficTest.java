/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.StampMiner;

/**
 * What a frame costs in heap in a JVM that does everything by turns: mines, seals and opens, with
 * all boxes, short frames and the longest. What the compiler makes of a vector loop can hang on all
 * that ran before; {@link BoxAllocationTest} looks at one length of one box at a time.
 */
class MixedTrafficTest {
  private static final int[] LENGTHS = {32, 1_024, 65_517};

  private static final int LONGEST = BoxCipher.TAG_LENGTH + 65_517;

  /** Of each length in a turn. */
  private static final int FRAMES = 50;

  /** The compiler takes its time, more so on a busy machine; what counts is where it ends. */
  private static final int TURNS = 2_000;

  /** Turns in a row without an allocation, after which none is expected any more. */
  private static final int CALM = 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final byte[] nonce = new byte[BoxCipher.NONCE_LENGTH];

  @Test
  void no_frame_allocates_in_a_jvm_that_mines_seals_and_opens_by_turns() {
    mine();
    List<Traffic> traffic = new ArrayList<>();
    try (BoxKey key = BoxKey.ofPrecomputed(new byte[BoxKey.LENGTH])) {
      for (Box box : Boxes.available()) {
        traffic.add(new Traffic(box.cipher(key), box.cipher(key), new byte[LONGEST]));
      }
    }
    assertThat(turnsUntilCalm(traffic)).as("turns").isLessThan(TURNS);
    mine();
    assertThat(turnsUntilCalm(traffic)).as("turns after more mining").isLessThan(TURNS);
  }

  /** Half a second of every core at most, so that the miner is compiled. */
  private void mine() {
    PublicKey key = PublicKey.of(new byte[PublicKey.LENGTH]);
    byte[] start = new byte[ProofOfWorkStamp.LENGTH];
    for (int i = 0; i < 20; i++) {
      start[0]++;
      StampMiner.of(key, Difficulty.of(16)).mine(ProofOfWorkStamp.of(start));
    }
  }

  private int turnsUntilCalm(List<Traffic> traffic) {
    int calm = 0;
    int turn = 0;
    for (; turn < TURNS && calm < CALM; turn++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      traffic.forEach(each -> each.turn(nonce));
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      calm = bytes < FRAMES ? calm + 1 : 0;
    }
    return turn;
  }

  /** Both directions of one box. */
  private record Traffic(BoxCipher sealer, BoxCipher opener, byte[] frame) {
    void turn(byte[] nonce) {
      for (int length : LENGTHS) {
        for (int i = 0; i < FRAMES; i++) {
          for (int k = nonce.length - 1; k >= 0 && ++nonce[k] == 0; k--) {}
          sealer.seal(nonce, frame, 0, length);
          if (!opener.open(nonce, frame, 0, BoxCipher.TAG_LENGTH + length)) {
            throw new AssertionError("not opened at length " + length);
          }
        }
      }
    }
  }
}
