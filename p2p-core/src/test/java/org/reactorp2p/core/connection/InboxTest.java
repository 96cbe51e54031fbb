/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Hooks;
import reactor.test.StepVerifier;

class InboxTest {

  private final List<Throwable> failures = new ArrayList<>();
  private final AtomicInteger roomMade = new AtomicInteger();

  @Test
  void delivers_on_demand_in_order() {
    Inbox<Integer> inbox = inbox(100);
    StepVerifier.create(inbox, 0)
        .then(() -> IntStream.range(0, 5).forEach(i -> inbox.deliver(i, 4)))
        .thenRequest(2)
        .expectNext(0, 1)
        .thenRequest(3)
        .expectNext(2, 3, 4)
        .then(() -> inbox.end(null))
        .verifyComplete();
  }

  @Test
  void what_waits_is_delivered_before_the_failure_is_told() {
    Inbox<Integer> inbox = inbox(100);
    IllegalStateException failure = new IllegalStateException("lost");
    StepVerifier.create(inbox, 0)
        .then(() -> inbox.deliver(1, 4))
        .then(() -> inbox.end(failure))
        .thenRequest(1)
        .expectNext(1)
        .verifyErrorMatches(failure::equals);
  }

  @Test
  void abort_throws_away_what_waits_and_counts_it() {
    Inbox<Integer> inbox = inbox(100);
    StepVerifier.create(inbox, 0)
        .then(() -> inbox.deliver(1, 4))
        .then(() -> inbox.abort(null))
        .verifyComplete();
    assertThat(inbox.discarded()).isEqualTo(1);
    assertThat(inbox.queued()).isZero();
  }

  @Test
  void the_producer_waits_for_room_and_is_told_once() {
    Inbox<Integer> inbox = inbox(4);
    Collector collector = new Collector();
    inbox.subscribe(collector);
    IntStream.range(0, 4).forEach(i -> inbox.deliver(i, 4));
    assertThat(inbox.awaitRoom()).isFalse();

    collector.request(1);
    assertThat(roomMade).as("not yet half empty").hasValue(0);
    collector.request(1);
    assertThat(roomMade).hasValue(1);
    assertThat(inbox.awaitRoom()).isTrue();
  }

  @Test
  void Q_04_a_cancel_at_any_instant_releases_what_waits() {
    long seed = 4;
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 1_000; trial++) {
      Inbox<Integer> inbox = inbox(1_000);
      Collector collector = new Collector();
      int cancelAt = random.nextInt(40);
      for (int step = 0; step < 40; step++) {
        if (step == cancelAt / 2) {
          inbox.subscribe(collector);
        }
        if (step == cancelAt) {
          collector.cancel();
        }
        if (random.nextBoolean()) {
          inbox.deliver(step, 4);
        } else if (collector.isConnected()) {
          collector.request(1 + random.nextInt(3));
        }
      }
      inbox.end(null);
      assertThat(inbox.queued()).as("seed %d trial %d", seed, trial).isZero();
      assertThat(collector.finished).as("a cancelled subscriber hears nothing more").isZero();
    }
  }

  @Test
  void Q_04_a_second_subscriber_gets_a_clear_error() {
    Inbox<Integer> inbox = inbox(4);
    Collector first = new Collector();
    inbox.subscribe(first);
    StepVerifier.create(inbox)
        .verifyErrorSatisfies(e -> assertThat(e).hasMessageContaining("one subscriber"));
    first.cancel();
    StepVerifier.create(inbox).verifyError(IllegalStateException.class);
  }

  @Test
  void Q_04_an_end_during_the_subscription_is_told_after_it() {
    Inbox<Integer> inbox = inbox(4);
    List<String> heard = new ArrayList<>();
    Thread link = new Thread(() -> inbox.end(null));
    inbox.subscribe(
        new Raw() {
          @Override
          public void onSubscribe(Subscription subscription) {
            link.start();
            join(link);
            heard.add("subscribed");
          }

          @Override
          public void onNext(Integer value) {}

          @Override
          public void onComplete() {
            heard.add("completed");
          }
        });
    assertThat(heard).containsExactly("subscribed", "completed");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void after_the_end_nobody_asks_the_producer_for_more() {
    Inbox<Integer> inbox = inbox(4);
    Collector collector = new Collector();
    inbox.subscribe(collector);
    IntStream.range(0, 4).forEach(i -> inbox.deliver(i, 4));
    assertThat(inbox.awaitRoom()).isFalse();
    inbox.end(null);

    collector.request(4);

    assertThat(roomMade).as("its thread may be gone").hasValue(0);
    assertThat(collector.received).hasSize(4);
    assertThat(collector.finished).isOne();
  }

  @Test
  void Q_07_nobody_subscribes_and_the_end_releases_everything() {
    Inbox<Integer> inbox = inbox(4);
    IntStream.range(0, 4).forEach(i -> inbox.deliver(i, 4));
    assertThat(inbox.awaitRoom()).as("bounded without a subscriber").isFalse();

    inbox.end(null);

    assertThat(inbox.queued()).isZero();
    assertThat(inbox.discarded()).isEqualTo(4);
    StepVerifier.create(inbox).verifyComplete();
  }

  @Test
  void Q_10_unbounded_demand_is_kept_and_never_overflows() {
    Inbox<Integer> inbox = inbox(10_000);
    Collector collector = new Collector();
    inbox.subscribe(collector);
    collector.request(Long.MAX_VALUE);
    collector.request(Long.MAX_VALUE);
    IntStream.range(0, 10_000).forEach(i -> inbox.deliver(i, 4));
    assertThat(collector.received).hasSize(10_000);
  }

  @Test
  void Q_10_a_request_that_is_not_positive_is_an_error() {
    for (long wrong : new long[] {0, -1, Long.MIN_VALUE}) {
      Inbox<Integer> inbox = inbox(4);
      Collector collector = new Collector();
      inbox.subscribe(collector);
      inbox.deliver(1, 4);
      collector.raw.request(wrong);
      assertThat(collector.error).isInstanceOf(IllegalArgumentException.class);
      assertThat(collector.error).hasMessageContaining("3.9").hasMessageContaining("" + wrong);
      assertThat(inbox.queued()).isZero();
    }
  }

  @Test
  void Q_10_a_million_requests_from_within_do_not_grow_the_stack() {
    Inbox<Integer> inbox = inbox(2_000_000);
    AtomicInteger seen = new AtomicInteger();
    IntStream.range(0, 1_000_000).forEach(i -> inbox.deliver(i, 0));
    inbox.subscribe(
        new BaseSubscriber<>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(1);
          }

          @Override
          protected void hookOnNext(Integer value) {
            seen.incrementAndGet();
            request(1);
          }
        });
    assertThat(seen).hasValue(1_000_000);
  }

  @Test
  void Q_12_a_subscriber_that_throws_is_reported_once_and_hears_no_more() {
    Inbox<Integer> inbox = inbox(100);
    IllegalStateException thrown = new IllegalStateException("application bug");
    AtomicInteger calls = new AtomicInteger();
    inbox.subscribe(
        new Raw() {
          @Override
          public void onNext(Integer value) {
            calls.incrementAndGet();
            throw thrown;
          }
        });
    inbox.deliver(1, 4);
    inbox.deliver(2, 4);
    assertThat(calls).hasValue(1);
    assertThat(failures).containsExactly(thrown);
    assertThat(inbox.discarded()).isEqualTo(1);
  }

  @Test
  void Q_12_a_subscriber_that_throws_at_the_end_harms_nobody() {
    List<Throwable> dropped = new ArrayList<>();
    Hooks.onErrorDropped(dropped::add);
    try {
      Inbox<Integer> inbox = inbox(4);
      IllegalStateException thrown = new IllegalStateException("application bug");
      inbox.subscribe(
          new Raw() {
            @Override
            public void onNext(Integer value) {}

            @Override
            public void onComplete() {
              throw thrown;
            }
          });

      inbox.end(null);

      assertThat(dropped).containsExactly(thrown);
    } finally {
      Hooks.resetOnErrorDropped();
    }
  }

  private Inbox<Integer> inbox(int messages) {
    return new Inbox<>(
        new MailboxLimits(1 << 30, messages), roomMade::incrementAndGet, failures::add);
  }

  /** A subscriber without Reactor's safety net. */
  private abstract static class Raw implements reactor.core.CoreSubscriber<Integer> {
    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onError(Throwable error) {
      throw new AssertionError(error);
    }

    @Override
    public void onComplete() {}
  }

  /** Asks for nothing by itself, and remembers. */
  private static final class Collector implements reactor.core.CoreSubscriber<Integer> {
    final List<Integer> received = new ArrayList<>();
    int finished;
    Throwable error;
    Subscription raw;

    boolean isConnected() {
      return raw != null;
    }

    void request(long n) {
      raw.request(n);
    }

    void cancel() {
      raw.cancel();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      raw = subscription;
    }

    @Override
    public void onNext(Integer value) {
      received.add(value);
    }

    @Override
    public void onError(Throwable thrown) {
      finished++;
      error = thrown;
    }

    @Override
    public void onComplete() {
      finished++;
    }
  }
}
