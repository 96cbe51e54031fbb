/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StampMinerTest {
  private static final PublicKey ALICE = KnownIdentities.ALICE.key();
  private static final int WORKERS = 3;

  private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS);

  static List<MiningEngine> engines() {
    return MiningEngine.available();
  }

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void finds_the_stamps_of_the_worked_example(MiningEngine engine) {
    // These were found by counting up from zero; begin a few blocks below.
    assertThat(mine(engine, KnownIdentities.ALICE, "5a60000"))
        .isEqualTo(KnownIdentities.ALICE.stamp());
    assertThat(mine(engine, KnownIdentities.BOB, "59c0001")).isEqualTo(KnownIdentities.BOB.stamp());
  }

  private ProofOfWorkStamp mine(MiningEngine engine, KnownIdentities.Known known, String start) {
    return StampMiner.of(known.key(), Difficulty.DEFAULT).with(engine).mine(stamp(start));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void finds_the_first_stamp_from_the_start_on_whoever_counts(MiningEngine engine) {
    for (String start : List.of("0", "1", "fffe", "ffff", "10000", "12345678")) {
      for (double difficulty : new double[] {0, 0.5, 7, 12.25, 17}) {
        ProofOfWorkStamp expected = countUp(stamp(start), Difficulty.of(difficulty));
        StampMiner miner = StampMiner.of(ALICE, Difficulty.of(difficulty)).with(engine);
        assertThat(miner.mine(stamp(start))).isEqualTo(expected);
        assertThat(miner.mine(stamp(start), threads, WORKERS, tried -> {}).join())
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void counts_across_every_carry(MiningEngine engine) {
    Difficulty difficulty = Difficulty.of(10);
    StampMiner miner = StampMiner.of(ALICE, difficulty).with(engine);
    for (String start :
        List.of("ffffffffffffffff", "1fffffffffffffffffffffffffffffff", "f".repeat(48))) {
      assertThat(miner.mine(stamp(start))).isEqualTo(countUp(stamp(start), difficulty));
    }
  }

  @Test
  void stops_when_it_is_cancelled() {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<ProofOfWorkStamp> impossible =
        StampMiner.of(ALICE, Difficulty.of(256))
            .mine(stamp("0"), threads, WORKERS, tried -> begun.countDown());
    await(begun);
    impossible.cancel(true);
    assertThat(impossible).isCancelled(); // stop() then sees the workers end
  }

  @Test
  void tells_how_far_it_is() {
    ConcurrentLinkedQueue<Long> told = new ConcurrentLinkedQueue<>();
    StampMiner.of(ALICE, Difficulty.of(17)).mine(stamp("0"), Runnable::run, 1, told::add).join();
    assertThat(List.copyOf(told))
        .isNotEmpty()
        .isSorted()
        .allMatch(tried -> tried % StampSearch.BLOCK == 0);
  }

  @Test
  void fails_when_the_listener_does() {
    CompletableFuture<ProofOfWorkStamp> mining =
        StampMiner.of(ALICE, Difficulty.of(256))
            .mine(
                stamp("0"),
                threads,
                WORKERS,
                tried -> {
                  throw new IllegalStateException("the terminal is gone");
                });
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(mining::join)
        .havingRootCause()
        .withMessage("the terminal is gone");
  }

  @Test
  void fails_when_nobody_runs_the_workers() {
    threads.shutdown();
    assertThat(StampMiner.of(ALICE, Difficulty.DEFAULT).mine(stamp("0"), threads, 1, tried -> {}))
        .isCompletedExceptionally();
  }

  @Test
  void needs_a_worker() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> StampMiner.of(ALICE, Difficulty.NONE).mine(stamp("0"), threads, 0, tried -> {}));
  }

  private static ProofOfWorkStamp countUp(ProofOfWorkStamp start, Difficulty difficulty) {
    StampNumber number = StampNumber.of(start);
    while (!difficulty.isMetBy(ALICE, number.toStamp())) {
      number = number.plus(1);
    }
    return number.toStamp();
  }

  private static ProofOfWorkStamp stamp(String hex) {
    return ProofOfWorkStamp.ofHex("0".repeat(48 - hex.length()) + hex);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
