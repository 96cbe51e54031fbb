/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What the operator owes its source and its subscriber. The rate is one byte a millisecond. */
class TurnstileTest {

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final BandwidthScheduler scheduler = scheduler(ByteRate.of(1_000));
  private final Share share = scheduler.open(1);
  private final TestPublisher<Integer> source = TestPublisher.create();
  private final List<Integer> discarded = new ArrayList<>();

  @Test
  void no_demand_asks_for_nothing_and_demand_for_one_at_a_time() {
    List<Long> asked = new ArrayList<>();
    Flux<Integer> items = Flux.range(1, 5).doOnRequest(asked::add);

    StepVerifier.create(limited(items), 0)
        .then(() -> assertThat(asked).isEmpty())
        .thenRequest(2)
        .then(() -> pass(1_000))
        .expectNext(1, 2)
        .then(() -> assertThat(asked).containsExactly(1L, 1L))
        .thenRequest(Long.MAX_VALUE)
        .then(() -> pass(1_000))
        .expectNext(3, 4, 5)
        .expectComplete()
        .verify(Duration.ofSeconds(5));
    assertThat(asked).allSatisfy(n -> assertThat(n).isEqualTo(1));
  }

  @Test
  void an_item_waits_until_the_debt_before_it_is_repaid() {
    StepVerifier.create(limited(Flux.just(1_000, 1)))
        .expectNext(1_000)
        .then(() -> pass(999))
        .then(() -> assertThat(scheduler.stat().waiting()).isEqualTo(1))
        .then(() -> pass(200))
        .expectNext(1)
        .expectComplete()
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void completion_passes_at_once_and_never_overtakes() {
    StepVerifier.create(limited(source.flux()))
        .then(() -> source.next(500))
        .expectNext(500)
        .then(() -> source.next(3).complete())
        .then(() -> pass(400))
        .then(() -> assertThat(scheduler.stat().waiting()).isEqualTo(1))
        .then(() -> pass(300))
        .expectNext(3)
        .expectComplete()
        .verify(Duration.ofSeconds(5));
    StepVerifier.create(limited(Flux.empty())).expectComplete().verify(Duration.ofSeconds(5));
  }

  @Test
  void an_error_passes_at_once_and_discards_what_is_held() {
    StepVerifier.create(limited(source.flux()))
        .then(() -> source.next(500, 3))
        .expectNext(500)
        .then(() -> source.error(new IllegalStateException("torn")))
        .expectErrorMessage("torn")
        .verify(Duration.ofSeconds(5));
    assertThat(discarded).containsExactly(3);
    assertThat(scheduler.stat().waiting()).isZero();
  }

  @Test
  void S_08_cancel_returns_what_was_held_and_its_turn() {
    StepVerifier.create(limited(source.flux()))
        .then(() -> source.next(500))
        .expectNext(500)
        .then(() -> source.next(400))
        .thenCancel()
        .verify(Duration.ofSeconds(5));
    source.assertCancelled();
    assertThat(discarded).containsExactly(400);
    assertThat(scheduler.stat().waiting()).isZero();
    assertThat(share.stat().totalBytes()).isEqualTo(500);

    List<Integer> others = new ArrayList<>();
    limited(Flux.just(7)).subscribe(others::add);
    pass(600);
    assertThat(others).containsExactly(7);
  }

  @Test
  void S_08_a_closed_share_fails_what_waits_at_once_and_the_rest_with_its_next_item() {
    TestPublisher<Integer> idle = TestPublisher.create();
    StepVerifier quiet =
        StepVerifier.create(limited(idle.flux()))
            .expectError(CancellationException.class)
            .verifyLater();
    StepVerifier.create(limited(source.flux()))
        .then(() -> source.next(500, 3))
        .expectNext(500)
        .then(share::dispose)
        .expectError(CancellationException.class)
        .verify(Duration.ofSeconds(5));
    source.assertCancelled();
    idle.next(1);
    quiet.verify(Duration.ofSeconds(5));
    idle.assertCancelled();
    assertThat(scheduler.stat().totalBytes()).isEqualTo(500);
    assertThat(share.isDisposed()).isTrue();
  }

  @Test
  void S_09_shutdown_needs_no_timer() {
    AtomicInteger failed = new AtomicInteger();
    for (int i = 0; i < 10; i++) {
      limited(Flux.just(500, 500)).subscribe(size -> {}, error -> failed.incrementAndGet());
    }
    scheduler.dispose();

    assertThat(failed).hasValue(10);
    assertThat(scheduler.isDisposed()).isTrue();
    assertThat(time.getScheduledTaskCount()).isEqualTo(1); // cancelled, and never run
    assertThatThrownBy(() -> scheduler.open(1)).isInstanceOf(IllegalStateException.class);
    StepVerifier.create(limited(Flux.just(1)))
        .expectError(CancellationException.class)
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void S_09_a_timer_that_takes_no_tasks_ends_the_streams_that_need_it() {
    time.dispose();

    StepVerifier.create(limited(Flux.just(500, 500)))
        .expectNext(500)
        .expectError(CancellationException.class)
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void the_size_function_may_throw_which_ends_this_stream_alone() {
    Flux<Integer> broken = share.limit(source.flux(), size -> size / (size - 3));

    StepVerifier.create(broken)
        .then(() -> source.next(4, 3))
        .expectNext(4)
        .expectError(ArithmeticException.class)
        .verify(Duration.ofSeconds(5));
    source.assertCancelled();
    assertThat(received(Flux.just(1, 2))).containsExactly(1, 2);
  }

  @Test
  void a_negative_size_ends_this_stream_alone() {
    StepVerifier.create(limited(Flux.just(4, -3)))
        .expectNext(4)
        .expectErrorSatisfies(
            error ->
                assertThat(error)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("got -3"))
        .verify(Duration.ofSeconds(5));
    assertThat(received(Flux.just(1, 2))).containsExactly(1, 2);
  }

  @Test
  void items_of_nothing_pass_and_let_others_pass() {
    List<Integer> other = new ArrayList<>();
    Receiver.of(share, Flux.<Integer>generate(sink -> sink.next(0)).take(5_000));
    Share second = scheduler.open(1);
    second.limit(Flux.just(10, 10), size -> size).subscribe(other::add);
    pass(500);

    assertThat(other).containsExactly(10, 10);
    assertThat(share.stat().totalBytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void demand_that_is_none_is_an_error(long demand) {
    List<Throwable> errors = new ArrayList<>();
    limited(source.flux()).subscribe(subscriberAsking(demand, errors));

    assertThat(errors).singleElement().isInstanceOf(IllegalArgumentException.class);
    source.assertCancelled();
  }

  @Test
  void a_subscriber_that_throws_ends_its_own_stream_and_no_other() {
    Share second = scheduler.open(1);
    List<Integer> other = new ArrayList<>();
    limited(source.flux()).subscribe(throwingSubscriber());
    second.limit(Flux.just(500, 1, 2), size -> size).subscribe(other::add);
    source.next(1);
    pass(2_000);

    source.assertCancelled();
    assertThat(other).containsExactly(500, 1, 2);
  }

  @Test
  void the_context_of_the_subscriber_reaches_the_source() {
    Flux<String> source = Flux.deferContextual(context -> Flux.just(context.<String>get("name")));

    StepVerifier.create(
            source.transform(share.limiting(String::length)).contextWrite(c -> c.put("name", "x")))
        .expectNext("x")
        .expectComplete()
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void many_streams_of_one_share_have_one_share() {
    Share second = scheduler.open(1);
    Receiver one = Receiver.greedy(share, 10);
    Receiver two = Receiver.greedy(share, 10);
    Receiver alone = Receiver.greedy(second, 10);
    pass(10_000);

    assertThat(one.bytes()).isBetween(2_450L, 2_550L);
    assertThat(two.bytes()).isBetween(2_450L, 2_550L);
    assertThat(alone.bytes()).isBetween(4_900L, 5_100L);
  }

  @Test
  void without_a_limit_items_pass_without_a_timer() {
    time.dispose();
    BandwidthScheduler unlimited = scheduler(ByteRate.UNLIMITED);

    StepVerifier.create(unlimited.open(1).limit(Flux.range(1, 1_000), size -> size).count())
        .expectNext(1_000L)
        .expectComplete()
        .verify(Duration.ofSeconds(5));
    assertThat(unlimited.stat().totalBytes()).isEqualTo(500_500);
  }

  @Test
  void a_limit_that_is_lifted_releases_what_waits() {
    List<Integer> heard = new ArrayList<>();
    limited(Flux.just(60_000, 60_000, 60_000)).subscribe(heard::add);
    assertThat(heard).hasSize(1);
    scheduler.rate(ByteRate.UNLIMITED);

    assertThat(heard).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 50, Long.MAX_VALUE})
  void a_million_items_pass_without_recursion(long rate) {
    BandwidthScheduler fast = scheduler(ByteRate.of(rate));
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      fast.open(1).limit(Flux.range(1, 500_000), size -> 1).count().subscribe(counts::add);
    }
    pass(100);

    assertThat(counts).containsExactly(500_000L, 500_000L);
  }

  @Test
  void streams_that_wait_for_each_other_are_served_by_the_loop() {
    AtomicInteger deepest = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      scheduler
          .open(1)
          .limit(Flux.range(1, 3_000), size -> 1)
          .subscribe(
              item -> deepest.accumulateAndGet(new Throwable().getStackTrace().length, Math::max));
    }
    scheduler.rate(ByteRate.of(1L << 50));
    pass(10);

    assertThat(scheduler.stat().totalBytes()).isEqualTo(9_000);
    assertThat(deepest).hasValueLessThan(200);
  }

  @Test
  void statistics_tell_what_flowed_and_what_waits() {
    limited(Flux.just(500, 500, 500)).subscribe();
    pass(400);

    FlowStat stat = share.stat();
    assertThat(stat.totalBytes()).isEqualTo(500);
    assertThat(stat.waiting()).isEqualTo(1);
    assertThat(stat.waited()).isEqualTo(Duration.ofMillis(400));
    assertThat(scheduler.stat().waiting()).isEqualTo(1);
    assertThat(stat.bytesPerSecond()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-4, 1_001, Double.MIN_VALUE})
  void weights_that_are_none_are_refused_with_the_value(double weight) {
    assertThatThrownBy(() -> scheduler.open(weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + weight);
    assertThatThrownBy(() -> share.weight(weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + weight);
  }

  @Test
  void nobody_is_promised_everything() {
    assertThatThrownBy(() -> share.floor(ByteRate.UNLIMITED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unlimited");
  }

  private Flux<Integer> limited(Flux<Integer> items) {
    return share.limit(items, size -> size).doOnDiscard(Integer.class, discarded::add);
  }

  private List<Integer> received(Flux<Integer> items) {
    List<Integer> received = new ArrayList<>();
    limited(items).subscribe(received::add);
    pass(10_000);
    return received;
  }

  private BandwidthScheduler scheduler(ByteRate rate) {
    return BandwidthScheduler.create(rate, time, () -> time.now(TimeUnit.NANOSECONDS));
  }

  private void pass(long millis) {
    time.advanceTimeBy(Duration.ofMillis(millis));
  }

  private static BaseSubscriber<Integer> throwingSubscriber() {
    return new BaseSubscriber<>() {
      @Override
      protected void hookOnNext(Integer item) {
        throw new IllegalStateException("my own fault");
      }
    };
  }

  private static Subscriber<Integer> subscriberAsking(long demand, List<Throwable> errors) {
    return new Subscriber<>() {
      @Override
      public void onSubscribe(Subscription subscription) {
        subscription.request(demand);
      }

      @Override
      public void onNext(Integer item) {}

      @Override
      public void onError(Throwable error) {
        errors.add(error);
      }

      @Override
      public void onComplete() {}
    };
  }
}
