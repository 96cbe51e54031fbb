/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.crypto.hash.Blake2b;

class StampLanesTest {
  private static final long SEED = 56;
  private static final int SPAN = 1024;

  /** As seldom as nothing: so many batches run without an answer. */
  private static final long HOPELESS = 0;

  static List<MiningEngine> engines() {
    return MiningEngine.available();
  }

  @Test
  void the_vector_engine_is_there_exactly_where_its_module_is() {
    boolean module = vectorApiIsHere();
    assertThat(engines()).extracting(MiningEngine::name).contains("plain");
    assertThat(MiningEngine.preferred().name()).isEqualTo(module ? "vector" : "plain");
    assertThat(MiningEngine.plain()).hasToString("MiningEngine(plain)");
  }

  private static boolean vectorApiIsHere() {
    try {
      Class.forName("jdk.incubator.vector.Vector");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void every_lane_agrees_with_the_plain_hash(MiningEngine engine) {
    Random random = new Random(SEED);
    StampLanes lanes = engine.newLanes();
    for (int round = 0; round < 10; round++) {
      byte[] input = new byte[56];
      random.nextBytes(input);
      long base = ByteBuffer.wrap(input).getLong(48) & -StampSearch.BLOCK;
      lanes.fix(words(input));
      for (int index = 0; index < SPAN; index++) {
        long top = topWord(input, base + index);
        assertThat(lanes.search(base, index, SPAN, top)).as("seed %d", SEED).isEqualTo(index);
        assertThat(lanes.search(base, index, SPAN, top - 1)).isNotEqualTo(index);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void a_batch_allocates_nothing(MiningEngine engine) {
    StampLanes lanes = engine.newLanes();
    lanes.fix(new long[StampLanes.COUNTING_WORD]);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 60 && least > 0; attempt++) { // the first ones warm up
      long before = threads.getCurrentThreadAllocatedBytes();
      lanes.search(0, 0, StampSearch.BLOCK, HOPELESS);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).as("bytes allocated by 65,536 hashes").isLessThan(256);
  }

  private static long[] words(byte[] input) {
    long[] words = new long[StampLanes.COUNTING_WORD];
    ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    return words;
  }

  private static long topWord(byte[] input, long counter) {
    byte[] whole = input.clone();
    ByteBuffer.wrap(whole).putLong(48, counter);
    byte[] hash = Blake2b.hash(StampLanes.DIGEST_LENGTH, whole);
    return ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN).getLong(24);
  }
}
