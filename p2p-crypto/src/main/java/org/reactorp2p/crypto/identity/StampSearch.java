/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/**
 * One run of a miner. Workers take one block of consecutive stamps after the other. When one finds
 * a stamp, blocks before its own are still finished, so that the lowest stamp wins and not the
 * quickest worker.
 */
final class StampSearch {
  /** Stamps per block: 2 to 15 ms of work, which is how soon a cancellation is seen. */
  static final int BLOCK = 1 << 16;

  private record Found(long block, ProofOfWorkStamp stamp) {
    static Found first(Found one, Found other) {
      return other.block < one.block ? other : one;
    }
  }

  private final PublicKey key;
  private final Difficulty difficulty;
  private final MiningEngine engine;
  private final StampNumber start;
  private final LongConsumer tried;

  private final CompletableFuture<ProofOfWorkStamp> result = new CompletableFuture<>();
  private final AtomicLong nextBlock = new AtomicLong();
  private final AtomicLong hashes = new AtomicLong();

  /** The stamp of the lowest block so far; at first one that loses against every block. */
  private final AtomicReference<Found> best;

  /** Those added and not yet done; the last one completes the result. */
  private final AtomicInteger workers = new AtomicInteger();

  StampSearch(
      PublicKey key,
      Difficulty difficulty,
      MiningEngine engine,
      ProofOfWorkStamp start,
      LongConsumer tried) {
    this.key = key;
    this.difficulty = difficulty;
    this.engine = engine;
    this.start = StampNumber.of(start);
    this.tried = tried;
    this.best = new AtomicReference<>(new Found(Long.MAX_VALUE, start));
  }

  CompletableFuture<ProofOfWorkStamp> result() {
    return result;
  }

  void addWorker(Executor executor) {
    workers.incrementAndGet();
    try {
      executor.execute(this::work);
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(e);
    }
  }

  private void work() {
    try {
      searchBlocks(engine.newLanes());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
    if (workers.decrementAndGet() == 0) {
      result.complete(best.get().stamp());
    }
  }

  private void searchBlocks(StampLanes lanes) {
    long block = nextBlock.getAndIncrement();
    while (block < best.get().block() && !result.isDone()) {
      searchBlock(lanes, block);
      tried.accept(hashes.addAndGet(BLOCK));
      block = nextBlock.getAndIncrement();
    }
  }

  private void searchBlock(StampLanes lanes, long block) {
    StampNumber first = start.alignedTo(BLOCK).plus(block * BLOCK);
    lanes.fix(StampLanes.wordsOf(key, first));
    long limit = difficulty.targetWord(StampLanes.TOP_WORD);
    int from = block == 0 ? start.above(BLOCK) : 0;
    int index = lanes.search(first.low(), from, BLOCK, limit);
    while (index < BLOCK) {
      ProofOfWorkStamp stamp = first.plus(index).toStamp();
      if (difficulty.isMetBy(key, stamp)) { // the lanes look at the upper 64 bits only
        best.accumulateAndGet(new Found(block, stamp), Found::first);
        return;
      }
      index = lanes.search(first.low(), index + 1, BLOCK, limit);
    }
  }
}
