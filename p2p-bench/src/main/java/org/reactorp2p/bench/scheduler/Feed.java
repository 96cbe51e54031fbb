/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A source that says what it is told to, for as long as it is told to: the caller promises to offer
 * only to those who ask.
 */
final class Feed implements Publisher<byte[]>, Subscription {
  private @Nullable Subscriber<? super byte[]> subscriber;

  @Override
  public void subscribe(Subscriber<? super byte[]> to) {
    subscriber = to;
    to.onSubscribe(this);
  }

  /** One item, on the caller's thread. */
  void offer(byte[] item) {
    Objects.requireNonNull(subscriber).onNext(item);
  }

  @Override
  public void request(long wanted) {}

  @Override
  public void cancel() {
    subscriber = null;
  }
}
