/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/**
 * Finds a stamp that shows enough work for a key, by counting up from a start. Whichever engine and
 * however many workers: the answer is the first stamp from the start on that passes. Immutable.
 */
public final class StampMiner {
  private final PublicKey key;
  private final Difficulty difficulty;
  private final MiningEngine engine;

  private StampMiner(PublicKey key, Difficulty difficulty, MiningEngine engine) {
    this.key = key;
    this.difficulty = difficulty;
    this.engine = engine;
  }

  /** A miner with the engine that is fastest here. */
  public static StampMiner of(PublicKey key, Difficulty difficulty) {
    return new StampMiner(key, difficulty, MiningEngine.preferred());
  }

  /** The same task for another engine. */
  public StampMiner with(MiningEngine other) {
    return new StampMiner(key, difficulty, other);
  }

  /** Mines on the calling thread until a stamp is found, however long that takes. */
  public ProofOfWorkStamp mine(ProofOfWorkStamp start) {
    return mine(start, Runnable::run, 1, tried -> {}).join();
  }

  /**
   * Starts mining and returns at once, if the executor does. Cancelling or completing the future
   * stops all workers within some milliseconds. A stamp is verified before it is handed out.
   *
   * @param start where to begin, see {@link ProofOfWorkStamp#draw}
   * @param executor runs the workers; each holds a thread until the end
   * @param workers how many, at least 1; as many as cores is best
   * @param tried told now and then, by any worker, how many hashes were tried by all up to now; be
   *     quick. What it throws ends the mining and fails the future.
   */
  public CompletableFuture<ProofOfWorkStamp> mine(
      ProofOfWorkStamp start, Executor executor, int workers, LongConsumer tried) {
    if (workers < 1) {
      throw new IllegalArgumentException("mining takes at least one worker, not " + workers);
    }
    StampSearch search = new StampSearch(key, difficulty, engine, start, tried);
    for (int i = 0; i < workers; i++) {
      search.addWorker(executor);
    }
    return search.result();
  }
}
