/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import org.reactorp2p.scheduler.Share;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** A stream through a share of its own. */
final class OwnParty implements Party {
  private final Share share;
  private final Disposable subscription;
  private long bytes;

  OwnParty(Share share, Sizes sizes) {
    this.share = share;
    this.subscription =
        Flux.<Integer>generate(sink -> sink.next(sizes.next()))
            .transform(share.limiting(size -> size))
            .subscribe(size -> bytes += size, closed -> {});
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void leave() {
    subscription.dispose();
    share.dispose();
  }
}
