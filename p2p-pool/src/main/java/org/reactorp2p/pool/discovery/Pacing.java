/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Scheduler;

/**
 * Takes so many in each period, however many come, and needs no timer while none comes.
 *
 * @param <T> what is taken, on the scheduler's thread
 */
final class Pacing<T> extends BaseSubscriber<T> {

  private final int slice;
  private final Duration period;
  private final Scheduler serial;
  private final Consumer<T> consumer;
  private int taken; // since the last period; confined to the scheduler's thread

  Pacing(int slice, Duration period, Scheduler serial, Consumer<T> consumer) {
    this.slice = slice;
    this.period = period;
    this.serial = serial;
    this.consumer = consumer;
  }

  @Override
  protected void hookOnSubscribe(Subscription subscription) {
    request(slice);
  }

  @Override
  protected void hookOnNext(T value) {
    serial.schedule(() -> take(value));
  }

  private void take(T value) {
    if (taken++ == 0) {
      serial.schedule(this::refill, period.toMillis(), TimeUnit.MILLISECONDS);
    }
    consumer.accept(value);
  }

  private void refill() {
    int again = taken;
    taken = 0;
    request(again);
  }
}
