/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Nobody outside is called under the lock: another thread may take it while they speak. */
class CallOutTest {

  private final AtomicLong clock = new AtomicLong();
  private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
  private final BandwidthScheduler scheduler =
      BandwidthScheduler.create(ByteRate.of(1_000_000), timer, clock::get);
  private final Share share = scheduler.open(1);
  private final List<String> heard = new ArrayList<>();

  @Test
  void sizes_items_and_the_end_are_told_without_the_lock() {
    Flux.just(100_000, 100_000)
        .doOnRequest(wanted -> another("request"))
        .transform(share.limiting(this::sizeOf))
        .subscribe(item -> another("item"), error -> {}, () -> another("end"));
    clock.addAndGet(1_000_000_000);
    scheduler.drain();

    assertThat(heard).containsExactly("request", "size", "item", "request", "size", "item", "end");
  }

  @Test
  void errors_and_cancellations_are_told_without_the_lock() {
    Flux.just(100_000, 100_000)
        .concatWith(Flux.never())
        .doOnCancel(() -> another("cancel"))
        .transform(share.limiting(item -> item))
        .doOnDiscard(Integer.class, item -> another("discard"))
        .subscribe(item -> another("item"), error -> another("error"));
    share.dispose();

    assertThat(heard).containsExactlyInAnyOrder("item", "cancel", "discard", "error");
  }

  private int sizeOf(int item) {
    another("size");
    return item;
  }

  /** Somebody else uses the scheduler meanwhile. */
  private void another(String signal) {
    heard.add(signal);
    CompletableFuture<FlowStat> elsewhere =
        CompletableFuture.supplyAsync(
            () -> {
              share.weight(2);
              return scheduler.stat();
            });
    assertThatCode(() -> elsewhere.get(10, TimeUnit.SECONDS)).as(signal).doesNotThrowAnyException();
  }
}
