/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.pow;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.MiningEngine;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.StampMiner;

/** Our own miner at a task that has no answer, until it has tried enough. */
final class MinerContender implements Contender {
  private static final PublicKey KEY = PublicKey.of(new byte[PublicKey.LENGTH]);
  private static final ProofOfWorkStamp START =
      ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]);
  private static final Difficulty HOPELESS = Difficulty.of(256);

  private final MiningEngine engine;

  MinerContender(MiningEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "own-" + engine.name();
  }

  @Override
  public long hash(long count) {
    AtomicLong done = new AtomicLong();
    StampMiner miner = StampMiner.of(KEY, HOPELESS).with(engine);
    miner.mine(
        START,
        Runnable::run,
        1,
        tried -> {
          done.set(tried);
          if (tried >= count) {
            throw new CancellationException("enough");
          }
        });
    return done.get();
  }
}
