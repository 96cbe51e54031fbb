/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class FairMergeTest {

  @Test
  void streams_take_turns_even_if_one_item_is_asked_for_at_a_time() {
    Flux<Flux<String>> sources =
        Flux.just(
            Flux.range(0, 1000).map(i -> "a"),
            Flux.range(0, 3).map(i -> "b"),
            Flux.range(0, 3).map(i -> "c"));
    List<String> heard = new ArrayList<>();
    var slow =
        new BaseSubscriber<String>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            // Asks when all streams are there.
          }

          @Override
          protected void hookOnNext(String item) {
            heard.add(item);
          }
        };
    merge(sources, 3).subscribe(slow);
    for (int i = 0; i < 9; i++) {
      slow.request(1);
    }
    assertThat(heard).filteredOn("b"::equals).hasSize(3);
    assertThat(heard).filteredOn("c"::equals).hasSize(3);
  }

  @Test
  void no_more_than_one_item_of_each_is_held_ahead_of_demand() {
    var requested = new AtomicInteger();
    Flux<Integer> source = Flux.range(0, 100).doOnNext(i -> requested.incrementAndGet());
    StepVerifier.create(merge(Flux.just(source, source), 2), 0)
        .then(() -> assertThat(requested).hasValue(2))
        .thenRequest(1)
        .expectNextCount(1)
        .then(() -> assertThat(requested).hasValue(3))
        .thenCancel()
        .verify();
  }

  @Test
  void all_items_arrive_once_and_in_the_order_of_their_stream() {
    int streams = 8;
    int items = 20_000;
    List<int[]> all =
        merge(
                Flux.range(0, streams)
                    .map(
                        s ->
                            Flux.range(0, items)
                                .map(i -> new int[] {s, i})
                                .publishOn(Schedulers.parallel())),
                streams)
            .collectList()
            .block(Duration.ofSeconds(30));
    assertThat(all).hasSize(streams * items);
    var next = new int[streams];
    all.forEach(item -> assertThat(item[1]).isEqualTo(next[item[0]]++));
  }

  @Test
  void a_further_stream_waits_until_one_has_ended() {
    TestPublisher<Integer> first = TestPublisher.create();
    TestPublisher<Integer> second = TestPublisher.create();
    StepVerifier.create(merge(Flux.just(first.flux(), second.flux()), 1))
        .then(second::assertWasNotSubscribed)
        .then(() -> first.next(1))
        .expectNext(1)
        .then(first::complete)
        .then(() -> second.next(2))
        .expectNext(2)
        .then(second::complete)
        .verifyComplete();
  }

  @Test
  void an_item_that_waits_is_delivered_after_its_stream_has_ended() {
    StepVerifier.create(merge(Flux.just(Flux.just(1)), 1), 0)
        .thenRequest(1)
        .expectNext(1)
        .verifyComplete();
  }

  @Test
  void an_error_ends_it_and_cancels_the_others() {
    TestPublisher<Integer> calm = TestPublisher.create();
    TestPublisher<Integer> sick = TestPublisher.create();
    StepVerifier.create(merge(Flux.just(calm.flux(), sick.flux()), 2))
        .then(() -> sick.error(new IllegalStateException("on purpose")))
        .verifyErrorMessage("on purpose");
    calm.assertCancelled();
  }

  @Test
  void a_cancel_reaches_every_stream() {
    TestPublisher<Integer> one = TestPublisher.create();
    Sinks.Many<Flux<Integer>> sources = Sinks.many().unicast().onBackpressureBuffer();
    sources.tryEmitNext(one.flux());
    StepVerifier.create(merge(sources.asFlux(), 10))
        .then(one::assertWasSubscribed)
        .thenCancel()
        .verify();
    one.assertCancelled();
    assertThat(sources.currentSubscriberCount()).isZero();
  }

  private static <T> Flux<T> merge(Flux<Flux<T>> sources, int atOnce) {
    return FairMerge.of(sources, Function.identity(), atOnce);
  }
}
