/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A source that always has another item, the same one again and again, and gives one for each
 * request; one item at a time and in a loop, however often it is asked from within. It is hardly
 * more than a reference to its subscriber, so that what grows with the number of shares is the
 * operator and not its company.
 */
final class Spring implements Publisher<byte[]>, Subscription {
  private final byte[] item;
  private @Nullable Subscriber<? super byte[]> subscriber;
  private long wanted;

  Spring(byte[] item) {
    this.item = item;
  }

  @Override
  public void subscribe(Subscriber<? super byte[]> to) {
    subscriber = to;
    to.onSubscribe(this);
  }

  @Override
  public void request(long more) {
    boolean flowing = wanted > 0;
    wanted += more;
    while (!flowing && wanted > 0 && subscriber != null) {
      subscriber.onNext(item);
      wanted--;
    }
  }

  @Override
  public void cancel() {
    subscriber = null;
  }
}
