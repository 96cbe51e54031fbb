/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.identity;

import java.security.SecureRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.crypto.identity.StampMiner;
import org.reactorp2p.node.cli.ProgressLine;
import org.reactorp2p.node.cli.WorkFailedException;

/** A new identity in the making: all cores search its stamp, and a progress bar shows how far. */
public final class Mining implements AutoCloseable {

  private static final long MILLION = 1_000_000;

  private final SecretKey key;
  private final ExecutorService workers;
  private final ProgressLine progress;
  private final CompletableFuture<ProofOfWorkStamp> stamp;

  private Mining(SecretKey key, Difficulty difficulty, ProofOfWorkStamp start) {
    int cores = Runtime.getRuntime().availableProcessors();
    long guess = (long) Math.min(difficulty.expectedHashes(), Long.MAX_VALUE >> 1);
    this.key = key;
    this.workers = Executors.newFixedThreadPool(cores, Mining::daemon);
    this.progress = ProgressLine.open("mining", " M hashes", MILLION, guess);
    this.stamp =
        StampMiner.of(key.publicKey(), difficulty).mine(start, workers, cores, progress::at);
  }

  /** Draws a key and begins to search a stamp that shows this much work. */
  public static Mining start(Difficulty difficulty) {
    SecureRandom random = new SecureRandom();
    return new Mining(SecretKey.generate(random), difficulty, ProofOfWorkStamp.draw(random));
  }

  /**
   * Blocks until the stamp is found. The identity belongs to the caller, who closes it.
   *
   * @throws WorkFailedException if the search was cancelled
   */
  public Identity await() {
    try {
      return Identity.of(key, stamp.join());
    } catch (CancellationException cancelled) {
      key.close();
      throw new WorkFailedException("mining was cancelled, and nothing was written", cancelled);
    } finally {
      progress.close();
    }
  }

  /** Gives up; {@link #await} then fails. Any thread. */
  public void cancel() {
    stamp.cancel(true);
  }

  /** Stops the workers, if they still work. */
  @Override
  public void close() {
    cancel();
    workers.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "p2p-mining");
    thread.setDaemon(true);
    return thread;
  }
}
