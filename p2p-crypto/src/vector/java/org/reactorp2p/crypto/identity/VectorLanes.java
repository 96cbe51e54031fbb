/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.reactorp2p.crypto.hash.Blake2b;

/**
 * Lanes in vector registers, as many as the machine likes best. Loaded by name, only where the
 * module {@code jdk.incubator.vector} is.
 */
final class VectorLanes implements StampLanes {
  private static final VectorSpecies<Long> LANES = LongVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  private static final long[] START = StampLanes.startState();

  /** For each round and each of its 16 places, where in {@link #words} the message word begins. */
  private static final int[][] PLACES = places();

  /** What the lanes add to the counting word: its highest byte is the lowest of the counter. */
  private static final LongVector OFFSETS = offsets();

  /** The sixteen message words, a vector each; those behind the input stay zero. */
  private final long[] words = new long[START.length * WIDTH];

  /** The most significant words of the hashes of a batch, with the sign bit flipped. */
  private final long[] tops = new long[WIDTH];

  @Override
  public void fix(long[] fixed) {
    for (int i = 0; i < COUNTING_WORD; i++) {
      Arrays.fill(words, i * WIDTH, (i + 1) * WIDTH, fixed[i]);
    }
  }

  @Override
  public int search(long base, int from, int to, long limit) {
    long signedLimit = limit ^ Long.MIN_VALUE; // the order of signed numbers serves unsigned ones
    for (int batch = from & -WIDTH; batch < to; batch += WIDTH) {
      LongVector counters = OFFSETS.add(Long.reverseBytes(base + batch));
      counters.intoArray(words, COUNTING_WORD * WIDTH);
      if (anyPasses(signedLimit)) {
        int lane = passing(Math.max(0, from - batch), signedLimit);
        if (lane < WIDTH) {
          return batch + lane;
        }
      }
    }
    return to;
  }

  private int passing(int from, long signedLimit) {
    int lane = from;
    while (lane < WIDTH && tops[lane] > signedLimit) {
      lane++;
    }
    return lane;
  }

  /**
   * Whether there is a lane whose hash is within the limit; if so, {@link #tops} tells which.
   *
   * <p>Long and flat on purpose. The state must stay in registers, so no loop over its words; and a
   * method for a step would not be inlined so often that HotSpot gives up (its limit on nodes),
   * which puts every vector on the heap and is fourteen times slower. Steps of four independent
   * mixings are interleaved, and the message is added first, off the chain of dependencies.
   */
  private boolean anyPasses(long limit) {
    LongVector v0 = LongVector.broadcast(LANES, START[0]);
    LongVector v1 = LongVector.broadcast(LANES, START[1]);
    LongVector v2 = LongVector.broadcast(LANES, START[2]);
    LongVector v3 = LongVector.broadcast(LANES, START[3]);
    LongVector v4 = LongVector.broadcast(LANES, START[4]);
    LongVector v5 = LongVector.broadcast(LANES, START[5]);
    LongVector v6 = LongVector.broadcast(LANES, START[6]);
    LongVector v7 = LongVector.broadcast(LANES, START[7]);
    LongVector v8 = LongVector.broadcast(LANES, START[8]);
    LongVector v9 = LongVector.broadcast(LANES, START[9]);
    LongVector v10 = LongVector.broadcast(LANES, START[10]);
    LongVector v11 = LongVector.broadcast(LANES, START[11]);
    LongVector v12 = LongVector.broadcast(LANES, START[12]);
    LongVector v13 = LongVector.broadcast(LANES, START[13]);
    LongVector v14 = LongVector.broadcast(LANES, START[14]);
    LongVector v15 = LongVector.broadcast(LANES, START[15]);
    for (int[] at : PLACES) {
      // the four columns, side by side
      v0 = v0.add(LongVector.fromArray(LANES, words, at[0])).add(v4);
      v1 = v1.add(LongVector.fromArray(LANES, words, at[2])).add(v5);
      v2 = v2.add(LongVector.fromArray(LANES, words, at[4])).add(v6);
      v3 = v3.add(LongVector.fromArray(LANES, words, at[6])).add(v7);
      v12 = v12.lanewise(XOR, v0).lanewise(ROR, TURN_1);
      v13 = v13.lanewise(XOR, v1).lanewise(ROR, TURN_1);
      v14 = v14.lanewise(XOR, v2).lanewise(ROR, TURN_1);
      v15 = v15.lanewise(XOR, v3).lanewise(ROR, TURN_1);
      v8 = v8.add(v12);
      v9 = v9.add(v13);
      v10 = v10.add(v14);
      v11 = v11.add(v15);
      v4 = v4.lanewise(XOR, v8).lanewise(ROR, TURN_2);
      v5 = v5.lanewise(XOR, v9).lanewise(ROR, TURN_2);
      v6 = v6.lanewise(XOR, v10).lanewise(ROR, TURN_2);
      v7 = v7.lanewise(XOR, v11).lanewise(ROR, TURN_2);
      v0 = v0.add(LongVector.fromArray(LANES, words, at[1])).add(v4);
      v1 = v1.add(LongVector.fromArray(LANES, words, at[3])).add(v5);
      v2 = v2.add(LongVector.fromArray(LANES, words, at[5])).add(v6);
      v3 = v3.add(LongVector.fromArray(LANES, words, at[7])).add(v7);
      v12 = v12.lanewise(XOR, v0).lanewise(ROR, TURN_3);
      v13 = v13.lanewise(XOR, v1).lanewise(ROR, TURN_3);
      v14 = v14.lanewise(XOR, v2).lanewise(ROR, TURN_3);
      v15 = v15.lanewise(XOR, v3).lanewise(ROR, TURN_3);
      v8 = v8.add(v12);
      v9 = v9.add(v13);
      v10 = v10.add(v14);
      v11 = v11.add(v15);
      v4 = v4.lanewise(XOR, v8).lanewise(ROR, TURN_4);
      v5 = v5.lanewise(XOR, v9).lanewise(ROR, TURN_4);
      v6 = v6.lanewise(XOR, v10).lanewise(ROR, TURN_4);
      v7 = v7.lanewise(XOR, v11).lanewise(ROR, TURN_4);
      // the four diagonals
      v0 = v0.add(LongVector.fromArray(LANES, words, at[8])).add(v5);
      v1 = v1.add(LongVector.fromArray(LANES, words, at[10])).add(v6);
      v2 = v2.add(LongVector.fromArray(LANES, words, at[12])).add(v7);
      v3 = v3.add(LongVector.fromArray(LANES, words, at[14])).add(v4);
      v15 = v15.lanewise(XOR, v0).lanewise(ROR, TURN_1);
      v12 = v12.lanewise(XOR, v1).lanewise(ROR, TURN_1);
      v13 = v13.lanewise(XOR, v2).lanewise(ROR, TURN_1);
      v14 = v14.lanewise(XOR, v3).lanewise(ROR, TURN_1);
      v10 = v10.add(v15);
      v11 = v11.add(v12);
      v8 = v8.add(v13);
      v9 = v9.add(v14);
      v5 = v5.lanewise(XOR, v10).lanewise(ROR, TURN_2);
      v6 = v6.lanewise(XOR, v11).lanewise(ROR, TURN_2);
      v7 = v7.lanewise(XOR, v8).lanewise(ROR, TURN_2);
      v4 = v4.lanewise(XOR, v9).lanewise(ROR, TURN_2);
      v0 = v0.add(LongVector.fromArray(LANES, words, at[9])).add(v5);
      v1 = v1.add(LongVector.fromArray(LANES, words, at[11])).add(v6);
      v2 = v2.add(LongVector.fromArray(LANES, words, at[13])).add(v7);
      v3 = v3.add(LongVector.fromArray(LANES, words, at[15])).add(v4);
      v15 = v15.lanewise(XOR, v0).lanewise(ROR, TURN_3);
      v12 = v12.lanewise(XOR, v1).lanewise(ROR, TURN_3);
      v13 = v13.lanewise(XOR, v2).lanewise(ROR, TURN_3);
      v14 = v14.lanewise(XOR, v3).lanewise(ROR, TURN_3);
      v10 = v10.add(v15);
      v11 = v11.add(v12);
      v8 = v8.add(v13);
      v9 = v9.add(v14);
      v5 = v5.lanewise(XOR, v10).lanewise(ROR, TURN_4);
      v6 = v6.lanewise(XOR, v11).lanewise(ROR, TURN_4);
      v7 = v7.lanewise(XOR, v8).lanewise(ROR, TURN_4);
      v4 = v4.lanewise(XOR, v9).lanewise(ROR, TURN_4);
    }
    LongVector top = v3.lanewise(XOR, v11).lanewise(XOR, START[TOP_WORD] ^ Long.MIN_VALUE);
    if (top.compare(LE, limit).anyTrue()) { // not toLong: on JDK 17 that puts the mask on the heap
      top.intoArray(tops, 0);
      return true;
    }
    return false;
  }

  private static int[][] places() {
    int[][] places = new int[Blake2b.ROUNDS][START.length];
    for (int round = 0; round < places.length; round++) {
      for (int place = 0; place < START.length; place++) {
        places[round][place] = Blake2b.messageWordAt(round, place) * WIDTH;
      }
    }
    return places;
  }

  private static LongVector offsets() {
    long[] offsets = new long[WIDTH];
    for (int lane = 0; lane < WIDTH; lane++) {
      offsets[lane] = Long.reverseBytes(lane);
    }
    return LongVector.fromArray(LANES, offsets, 0);
  }
}
