/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A source that always has another item, the same one again and again, and gives one for each
 * request. It is no more than a reference to its subscriber, so that what grows with the number of
 * shares is the operator and not its company.
 */
final class Spring implements Publisher<byte[]>, Subscription {
  private final byte[] item;
  private @Nullable Subscriber<? super byte[]> subscriber;

  Spring(byte[] item) {
    this.item = item;
  }

  @Override
  public void subscribe(Subscriber<? super byte[]> to) {
    subscriber = to;
    to.onSubscribe(this);
  }

  @Override
  public void request(long wanted) {
    Objects.requireNonNull(subscriber).onNext(item);
  }

  @Override
  public void cancel() {
    subscriber = null;
  }
}
