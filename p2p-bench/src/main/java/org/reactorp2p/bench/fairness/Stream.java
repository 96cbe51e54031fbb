/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.random.RandomGenerator;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.Share;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** One that always has another item, of 1 B to 64 KiB: as many below 256 B as above. */
final class Stream {
  static final int LARGEST = 64 << 10;
  private static final double DOUBLINGS = 16;

  private final double weight;
  private final Share share;
  private final Disposable subscription;
  private long bytes;

  Stream(BandwidthScheduler scheduler, double weight, RandomGenerator random) {
    this.weight = weight;
    this.share = scheduler.open(weight);
    this.subscription =
        Flux.<Integer>generate(
                sink -> sink.next((int) Math.pow(2, DOUBLINGS * random.nextDouble())))
            .transform(share.limiting(size -> size))
            .subscribe(size -> bytes += size);
  }

  double byWeight() {
    return bytes / weight;
  }

  void leave() {
    subscription.dispose();
    share.dispose();
  }
}
