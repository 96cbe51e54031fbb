/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Where the items of any number of streams end: it wants them all, and remembers none. */
final class Drain implements CoreSubscriber<byte[]> {
  private final Blackhole hole;

  Drain(Blackhole hole) {
    this.hole = hole;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(byte[] item) {
    hole.consume(item);
  }

  @Override
  public void onError(Throwable error) {
    throw new IllegalStateException("a stream that never fails has failed", error);
  }

  @Override
  public void onComplete() {
    throw new IllegalStateException("a stream without end has ended");
  }
}
