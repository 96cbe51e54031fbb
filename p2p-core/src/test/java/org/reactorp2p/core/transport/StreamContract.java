/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.model.Point;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Schedulers;

/** How the streams of every link obey the rules of reactive streams, and its own. */
public interface StreamContract {

  /** The transport under test. */
  Transport transport();

  /** Where to listen, with port 0. */
  Point somewhere();

  private Pair pair() throws Exception {
    return Pair.over(transport(), somewhere());
  }

  @Test
  default void Q_04_a_second_subscriber_gets_a_clear_error() throws Exception {
    try (Pair pair = pair()) {
      Ear first = Ear.on(pair.far());

      assertThat(Ear.on(pair.far()).awaitFailure())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("one subscriber");

      pair.near().send(Mono.just(new byte[] {1})).block(Ear.PATIENCE);
      assertThat(first.await(1)).containsExactly(1);
    }
  }

  @Test
  default void Q_04_cancelling_stops_reading_and_leaves_the_link_open() throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      pair.near().send(Mono.just(new byte[] {1})).block(Ear.PATIENCE);
      far.await(1);
      far.cancel();
      pair.near().send(Mono.just(new byte[] {2})).block(Ear.PATIENCE);

      Ear near = Ear.on(pair.near());
      pair.far().send(Mono.just(new byte[] {3})).block(Ear.PATIENCE);
      assertThat(near.await(1)).containsExactly(3);
      assertThat(far.heard()).containsExactly(1);
    }
  }

  @Test
  default void Q_10_a_demand_of_zero_or_less_is_an_error() throws Exception {
    for (long demand : new long[] {0, -1}) {
      try (Pair pair = pair()) {
        var failure = new CompletableFuture<Throwable>();
        pair.far().receive().subscribe(new Demanding(demand, failure));
        assertThat(failure.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(Long.toString(demand));
      }
    }
  }

  @Test
  default void Q_10_asking_for_one_more_from_within_never_grows_the_stack() throws Exception {
    int count = 200_000;
    try (Pair pair = pair()) {
      var done = new CountDownLatch(count);
      pair.far()
          .receive()
          .subscribe(
              new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                  request(1);
                }

                @Override
                protected void hookOnNext(Chunk chunk) {
                  for (int i = 0; i < chunk.length(); i++) {
                    done.countDown();
                  }
                  request(1);
                }
              });
      pair.near().send(Flux.range(0, count).map(i -> new byte[1])).block(Ear.PATIENCE);
      assertThat(done.await(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }
  }

  @Test
  default void Q_12_a_subscriber_that_throws_hurts_only_its_own_link() throws Exception {
    try (Pair broken = pair();
        Pair sound = pair()) {
      var thrown = new CountDownLatch(1);
      broken
          .far()
          .receive()
          .subscribe(
              new BaseSubscriber<>() {
                @Override
                protected void hookOnNext(Chunk chunk) {
                  thrown.countDown();
                  throw new IllegalStateException("thrown by a test");
                }
              });
      broken.near().send(Mono.just(new byte[1])).block(Ear.PATIENCE);
      assertThat(thrown.await(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();

      Ear ear = Ear.on(sound.far());
      sound.near().send(Mono.just(new byte[] {5})).block(Ear.PATIENCE);
      assertThat(ear.await(1)).containsExactly(5);
    }
  }

  @Test
  default void signals_arrive_on_the_thread_of_the_link() throws Exception {
    try (Pair pair = pair()) {
      var own = new CompletableFuture<Thread>();
      pair.far().scheduler().schedule(() -> own.complete(Thread.currentThread()));
      Ear far = Ear.on(pair.far());
      pair.near().send(Mono.just(new byte[1])).block(Ear.PATIENCE);
      far.await(1);
      assertThat(far.thread()).isSameAs(own.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  @Test
  default void bytes_are_lent_until_more_is_asked_for_whatever_other_links_receive()
      throws Exception {
    byte[] sent = new byte[60_000];
    Arrays.fill(sent, (byte) 1);
    try (Pair slow = pair();
        Pair busy = pair()) {
      var keeper = new Keeper();
      slow.far().receive().subscribe(keeper);
      slow.near().send(Mono.just(sent.clone())).subscribe();
      Chunk kept = keeper.kept.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

      Ear far = Ear.on(busy.far());
      busy.near().send(Flux.range(0, 50).map(i -> new byte[60_000])).block(Ear.PATIENCE);
      far.await(50 * 60_000);
      assertThat(kept.toBytes()).containsOnly(1);

      keeper.request(Long.MAX_VALUE);
      assertThat(keeper.all.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(sent);
    }
  }

  @Test
  default void a_send_requests_one_array_at_a_time() throws Exception {
    List<Long> requests = Collections.synchronizedList(new ArrayList<>());
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      pair.near()
          .send(Flux.range(0, 100).map(i -> new byte[100]).doOnRequest(requests::add))
          .block(Ear.PATIENCE);
      far.await(10_000);
      assertThat(requests).hasSizeBetween(100, 101).containsOnly(1L);
    }
  }

  @Test
  default void a_sent_array_is_free_again_when_the_next_is_asked_for() throws Exception {
    byte[] only = new byte[60_000];
    int times = 100;
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      pair.near()
          .send(
              Flux.range(1, times)
                  .map(
                      i -> {
                        Arrays.fill(only, i.byteValue());
                        return only;
                      }))
          .block(Ear.PATIENCE);
      byte[] heard = far.await(times * only.length);
      for (int i = 0; i < heard.length; i++) {
        if (heard[i] != 1 + i / only.length) {
          throw new AssertionError("byte " + i + " is " + heard[i]);
        }
      }
    }
  }

  @Test
  default void a_send_takes_arrays_from_any_thread() throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      pair.near()
          .send(
              Flux.range(0, 1_000)
                  .map(i -> new byte[] {i.byteValue()})
                  .publishOn(Schedulers.boundedElastic(), 1))
          .block(Ear.PATIENCE);
      byte[] heard = far.await(1_000);
      for (int i = 0; i < 1_000; i++) {
        assertThat(heard[i]).isEqualTo((byte) i);
      }
    }
  }

  @Test
  default void one_send_at_a_time_and_another_after_it() throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      var running = pair.near().send(Flux.just(new byte[] {1}).concatWith(Mono.never()));
      var subscription = running.subscribe();
      far.await(1);

      assertThatThrownBy(() -> pair.near().send(Mono.just(new byte[] {9})).block(Ear.PATIENCE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("one publisher at a time");

      subscription.dispose();
      pair.near().send(Mono.just(new byte[] {2})).block(Ear.PATIENCE);
      assertThat(far.await(2)).containsExactly(1, 2);
    }
  }

  @Test
  default void a_failing_publisher_fails_the_send_and_not_the_link() throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      var failure = new IllegalStateException("made by a test");
      assertThatThrownBy(
              () ->
                  pair.near()
                      .send(Flux.just(new byte[] {1}).concatWith(Flux.error(failure)))
                      .block(Ear.PATIENCE))
          .hasMessage("made by a test");
      pair.near().send(Mono.just(new byte[] {2})).block(Ear.PATIENCE);
      assertThat(far.await(2)).containsExactly(1, 2);
    }
  }

  @Test
  default void a_reader_puts_back_what_it_did_not_need() throws Exception {
    try (Pair pair = pair()) {
      var read = new CompletableFuture<List<Integer>>();
      var reader = new LinkReader(pair.far());
      pair.far().scheduler().schedule(() -> reader.read(new OneByOne(reader, read)));
      byte[] sent = {1, 2, 3, 4, 5};
      pair.near()
          .send(Flux.just(new byte[] {1, 2}, new byte[] {3, 4, 5}))
          .then(pair.near().close())
          .subscribe();
      assertThat(read.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
          .containsExactly(1, 2, 3, 4, 5)
          .hasSize(sent.length);
    }
  }

  /** Asks once for a demand that is against the rules. */
  final class Demanding extends BaseSubscriber<Chunk> {
    private final long demand;
    private final CompletableFuture<Throwable> failure;

    Demanding(long demand, CompletableFuture<Throwable> failure) {
      this.demand = demand;
      this.failure = failure;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      subscription.request(demand);
    }

    @Override
    protected void hookOnError(Throwable throwable) {
      failure.complete(throwable);
    }

    @Override
    protected void hookFinally(SignalType type) {
      failure.complete(new AssertionError("ended by " + type));
    }
  }

  /** Keeps the first chunk until it is told to ask for the rest. */
  final class Keeper extends BaseSubscriber<Chunk> {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CompletableFuture<Chunk> kept = new CompletableFuture<>();
    private final CompletableFuture<byte[]> all = new CompletableFuture<>();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      subscription.request(1);
    }

    @Override
    protected void hookOnNext(Chunk chunk) {
      heard.writeBytes(chunk.toBytes());
      kept.complete(chunk);
      if (heard.size() == 60_000) {
        all.complete(heard.toByteArray());
      }
    }
  }

  /** Takes one byte of each chunk and puts the rest back. */
  final class OneByOne implements LinkReader.Handler {
    private final LinkReader reader;
    private final CompletableFuture<List<Integer>> result;
    private final List<Integer> taken = new ArrayList<>();

    OneByOne(LinkReader reader, CompletableFuture<List<Integer>> result) {
      this.reader = reader;
      this.result = result;
    }

    @Override
    public void onChunk(Chunk chunk) {
      taken.add((int) chunk.array()[chunk.start()]);
      reader.unread(chunk.from(chunk.start() + 1));
      reader.read(this);
    }

    @Override
    public void onEnd() {
      result.complete(taken);
    }

    @Override
    public void onFailure(Throwable cause) {
      result.completeExceptionally(cause);
    }
  }
}
