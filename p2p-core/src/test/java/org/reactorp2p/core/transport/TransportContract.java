/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * What every transport does with bytes. A transport's own test is this interface and a few lines.
 */
public interface TransportContract {

  /** The transport under test. */
  Transport transport();

  /** Where to listen, with port 0. */
  Point somewhere();

  /** Bytes that may be on the way, in the buffers of both ends, when nobody reads. */
  long buffers();

  private Pair pair() throws Exception {
    return Pair.over(transport(), somewhere());
  }

  @Test
  default void bytes_arrive_in_order_and_exact_both_ways() throws Exception {
    long seed = new Random().nextLong();
    byte[] there = bytes(new Random(seed), 3_000_000);
    byte[] back = bytes(new Random(seed + 1), 2_000_000);
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      Ear near = Ear.on(pair.near());

      Mono.when(
              pair.near().send(cut(there, new Random(seed), 100_000)),
              pair.far().send(cut(back, new Random(seed), 5_000)))
          .block(Ear.PATIENCE);

      assertThat(far.await(there.length)).as("seed %d", seed).isEqualTo(there);
      assertThat(near.await(back.length)).as("seed %d", seed).isEqualTo(back);
    }
  }

  @Test
  default void the_ends_know_each_other() throws Exception {
    try (Pair pair = pair()) {
      assertThat(pair.near().remote()).isEqualTo(pair.listener().local());
      assertThat(pair.far().local()).isEqualTo(pair.listener().local());
      assertThat(pair.far().remote()).isEqualTo(pair.near().local());
    }
  }

  @Test
  default void without_demand_nothing_is_read_and_the_sender_stops() throws Exception {
    int size = 64 * 1024;
    int count = 2_000;
    var produced = new AtomicLong();
    Flux<byte[]> endless =
        Flux.range(0, count)
            .map(
                i -> {
                  produced.addAndGet(size);
                  return new byte[size];
                });
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far(), 0);
      var sent = pair.near().send(endless).toFuture();

      assertThat(Settled.value(produced::get)).isLessThanOrEqualTo(buffers() + 2 * size);
      assertThat(far.chunks()).isZero();

      far.request(3);
      far.await(1);
      Settled.value(far::chunks);
      assertThat(far.chunks()).isEqualTo(3);

      far.request(Long.MAX_VALUE);
      assertThat(far.await(count * size)).hasSize(count * size);
      sent.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Test
  default void a_close_ends_the_stream_of_the_other_side_which_may_still_send() throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      pair.near().send(Mono.just(new byte[] {1, 2, 3})).block(Ear.PATIENCE);
      var nearClosed = pair.near().close().toFuture();

      assertThat(far.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
      assertThat(far.heard()).containsExactly(1, 2, 3);
      pair.far().send(Mono.just(new byte[100])).block(Ear.PATIENCE);
      assertThat(nearClosed).isNotDone();

      pair.far().close().block(Ear.PATIENCE);
      nearClosed.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Test
  default void a_close_flushes_what_was_sent_before() throws Exception {
    byte[] sent = bytes(new Random(7), 1_000_000);
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      pair.near().send(cut(sent, new Random(7), 300_000)).then(pair.near().close()).subscribe();

      assertThat(far.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
      assertThat(far.heard()).isEqualTo(sent);
    }
  }

  @Test
  default void a_close_waits_until_the_array_in_flight_is_out() throws Exception {
    byte[] sent = bytes(new Random(7), 16 << 20); // more than any buffer in between holds
    try (Pair pair = pair()) {
      pair.near().send(Mono.just(sent.clone())).subscribe(null, failure -> {});
      pair.near().close().subscribe();
      Ear far = Ear.on(pair.far());

      assertThat(far.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
      assertThat(Arrays.equals(far.heard(), sent)).isTrue();
    }
  }

  @Test
  default void last_words_survive_unread_bytes_of_the_other_side() throws Exception {
    try (Pair pair = pair()) {
      pair.far().send(Mono.just(new byte[1_000])).block(Ear.PATIENCE);
      Ear far = Ear.on(pair.far());

      pair.near().send(Mono.just(new byte[] {42})).then(pair.near().close()).subscribe();

      assertThat(far.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
      assertThat(far.heard()).containsExactly(42);
    }
  }

  @Test
  default void a_close_in_the_middle_of_a_send_fails_it_after_the_array_in_flight()
      throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      var chunk = new byte[1_000];
      var cancelled = new CompletableFuture<Void>();
      var sent =
          pair.near()
              .send(
                  Flux.just(chunk)
                      .concatWith(Flux.never())
                      .doOnCancel(() -> cancelled.complete(null)))
              .toFuture();
      far.await(chunk.length);
      pair.near().close().subscribe();

      assertThatThrownBy(() -> sent.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
          .hasCauseInstanceOf(LinkException.class)
          .cause()
          .extracting(e -> ((LinkException) e).kind())
          .isEqualTo(Kind.CLOSED);
      cancelled.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(far.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
    }
  }

  @Test
  default void an_abort_is_seen_as_a_reset_there_and_as_closed_here() throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      Ear near = Ear.on(pair.near());
      pair.near().send(Mono.just(new byte[1])).block(Ear.PATIENCE);
      far.await(1);

      pair.near().abort();

      assertKind(far.awaitFailure(), Kind.RESET);
      assertKind(near.awaitFailure(), Kind.CLOSED);
      pair.near().onClose().block(Ear.PATIENCE);
      pair.far().onClose().block(Ear.PATIENCE);
    }
  }

  @Test
  default void whoever_sends_learns_that_the_other_side_died() throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      var sent = pair.near().send(Flux.generate(sink -> sink.next(new byte[10_000]))).toFuture();
      far.await(100_000);

      pair.far().abort();

      assertThatThrownBy(() -> sent.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
          .hasCauseInstanceOf(LinkException.class)
          .cause()
          .extracting(e -> ((LinkException) e).kind())
          .isEqualTo(Kind.RESET);
      assertThatThrownBy(() -> pair.near().send(Mono.empty()).block(Ear.PATIENCE))
          .isInstanceOf(LinkException.class);
    }
  }

  @Test
  default void on_close_completes_for_everyone_and_at_any_time() throws Exception {
    try (Pair pair = pair()) {
      var first = pair.near().onClose().toFuture();
      var second = pair.near().onClose().toFuture();
      pair.near().abort();
      pair.near().abort();
      first.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      second.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      pair.near().onClose().block(Ear.PATIENCE);
      pair.near().close().block(Ear.PATIENCE);
      assertKind(Ear.on(pair.near()).awaitFailure(), Kind.CLOSED);
    }
  }

  static void assertKind(Throwable failure, Kind kind) {
    assertThat(failure).isInstanceOf(LinkException.class);
    assertThat(((LinkException) failure).kind()).as("%s", failure).isEqualTo(kind);
  }

  static byte[] bytes(Random random, int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The bytes in arrays of random length, some of them empty. */
  static Flux<byte[]> cut(byte[] bytes, Random random, int most) {
    return Flux.generate(
        () -> 0,
        (offset, sink) -> {
          if (offset == bytes.length) {
            sink.complete();
            return offset;
          }
          int end = Math.min(bytes.length, offset + random.nextInt(most));
          sink.next(java.util.Arrays.copyOfRange(bytes, offset, end));
          return end;
        });
  }
}
