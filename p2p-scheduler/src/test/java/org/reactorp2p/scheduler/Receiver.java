/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Subscribes to a limited stream of sizes and counts the bytes that came. */
final class Receiver implements Disposable {

  private final Disposable subscription;
  private long bytes;

  private Receiver(Flux<Integer> sizes) {
    this.subscription = sizes.subscribe(size -> bytes += size);
  }

  /** One that always has another item of that size ready. */
  static Receiver greedy(Share share, int size) {
    return of(share, Flux.<Integer>generate(sink -> sink.next(size)));
  }

  /** One that has another item of that size after each pause, and a long queue for them. */
  static Receiver every(VirtualTimeScheduler time, Duration pause, Share share, int size) {
    return of(share, Flux.interval(pause, time).map(tick -> size).onBackpressureBuffer());
  }

  static Receiver of(Share share, Flux<Integer> sizes) {
    return new Receiver(share.limit(sizes, size -> size));
  }

  long bytes() {
    return bytes;
  }

  /** What came since this was last asked. */
  long take() {
    long taken = bytes;
    bytes = 0;
    return taken;
  }

  @Override
  public void dispose() {
    subscription.dispose();
  }
}
