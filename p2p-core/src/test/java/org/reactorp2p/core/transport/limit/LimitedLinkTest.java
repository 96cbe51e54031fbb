/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.HeldBack;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;
import org.reactorp2p.core.transport.Pair;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;
import org.reactorp2p.scheduler.Share;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * One limited end of a link that lives on a thread, while the test's own thread is the timer of the
 * budget: what has waited is let through by a stranger.
 */
class LimitedLinkTest {

  private static final ByteRate RATE = ByteRate.of(1_000);
  private static final int SECOND = 1_000;

  private final Scheduler thread = Schedulers.newSingle("memory-network");
  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final BandwidthScheduler upload = bandwidth();
  private final BandwidthScheduler download = bandwidth();
  private final Share up = upload.open(1);
  private final Share down = download.open(1);
  private Pair pair;
  private LimitedLink link;

  private BandwidthScheduler bandwidth() {
    return BandwidthScheduler.create(RATE, time, () -> time.now(TimeUnit.NANOSECONDS));
  }

  @BeforeEach
  void open() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    pair = Pair.over(MemoryNetwork.on(thread).machine(here), new Point(here, 0));
    link = LimitedLink.of(pair.near(), up, down);
  }

  @AfterEach
  void close() {
    pair.close();
    thread.dispose();
  }

  /** Lets the link do what it can do now. */
  private void settle() {
    for (int i = 0; i < 10; i++) {
      Mono.fromRunnable(() -> {}).subscribeOn(link.scheduler()).block(Ear.PATIENCE);
    }
  }

  private void say(int... lengths) {
    for (int length : lengths) {
      pair.far().send(Mono.just(new byte[length])).block(Ear.PATIENCE);
      settle();
    }
  }

  @Test
  void what_has_waited_arrives_on_the_thread_of_the_link() throws Exception {
    Ear ear = Ear.on(link);
    say(SECOND, 1, 1);
    assertThat(ear.heard()).as("the first passes, and is paid for before the next").hasSize(SECOND);
    time.advanceTimeBy(Duration.ofSeconds(2));

    assertThat(ear.await(SECOND + 2)).hasSize(SECOND + 2);
    assertThat(ear.thread()).isSameAs(linksThread());
  }

  @Test
  void the_end_comes_behind_what_waits() throws Exception {
    Ear ear = Ear.on(link);
    say(SECOND, 7);
    pair.far().close().subscribe();
    settle();
    assertThat(ear.chunks()).isOne();
    time.advanceTimeBy(Duration.ofSeconds(2));

    assertThat(ear.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
    assertThat(ear.heard()).hasSize(SECOND + 7);
    assertThat(ear.thread()).isSameAs(linksThread());
  }

  @Test
  void one_array_waits_each_way_and_no_more_is_asked_for() {
    List<Long> requests = Collections.synchronizedList(new ArrayList<>());
    var produced = new AtomicInteger();
    Flux<byte[]> endless =
        Flux.<byte[]>generate(sink -> sink.next(new byte[SECOND + produced.getAndIncrement()]))
            .doOnRequest(requests::add);
    link.send(endless).subscribe(null, failure -> {});
    settle();
    assertThat(produced).as("one has passed, one waits").hasValue(2);
    assertThat(requests).containsExactly(1L, 1L);
    time.advanceTimeBy(Duration.ofMillis(1_500));
    settle();
    assertThat(produced).hasValue(3);

    Ear ear = Ear.on(link);
    for (int i = 0; i < 100; i++) {
      say(10);
    }
    assertThat(link.downloaded().totalBytes()).isEqualTo(ear.heard().length).isLessThan(100);
    assertThat(link.downloaded().waiting()).isOne();
  }

  @Test
  void a_publisher_is_asked_on_the_thread_of_the_link_whoever_let_the_last_array_through()
      throws Exception {
    List<Thread> askers = Collections.synchronizedList(new ArrayList<>());
    link.send(
            Flux.<byte[]>generate(sink -> sink.next(new byte[SECOND]))
                .doOnRequest(n -> askers.add(Thread.currentThread())))
        .subscribe(null, failure -> {});
    for (int i = 0; i < 20; i++) {
      settle();
      time.advanceTimeBy(Duration.ofSeconds(1));
    }
    settle();
    assertThat(askers).hasSizeGreaterThan(10).containsOnly(linksThread());
  }

  @Test
  void waiting_is_told_as_held_back_by_ourselves() {
    assertThat(link.heldBack()).isEqualTo(HeldBack.NEVER);
    assertThat(pair.far().heldBack()).isEqualTo(HeldBack.NEVER);
    Ear.on(link);
    say(SECOND, 1);
    link.send(Flux.just(new byte[2 * SECOND], new byte[1])).subscribe(null, failure -> {});
    settle();
    time.advanceTimeBy(Duration.ofSeconds(10));
    settle();
    Duration tolerance = Duration.ofMillis(250);
    assertThat(link.heldBack().receiving()).isCloseTo(Duration.ofSeconds(1), tolerance);
    assertThat(link.heldBack().sending()).isCloseTo(Duration.ofSeconds(2), tolerance);
  }

  @Test
  void S_08_a_close_while_both_ways_wait_gives_both_shares_back() throws Exception {
    Ear ear = Ear.on(link);
    say(SECOND, 1);
    CompletableFuture<Void> sent = sending();
    assertThat(upload.stat().waiting() + download.stat().waiting()).isEqualTo(2);

    link.close().subscribe();
    settle();
    pair.far().close().subscribe();
    link.onClose().block(Ear.PATIENCE);
    settle();

    assertGone();
    assertKind(ear.awaitFailure(), Kind.CLOSED);
    assertFailedWith(sent, Kind.CLOSED);
  }

  @Test
  void S_08_an_abort_while_both_ways_wait_gives_both_shares_back() throws Exception {
    Ear ear = Ear.on(link);
    say(SECOND, 1);
    CompletableFuture<Void> sent = sending();

    link.abort();
    settle();

    assertGone();
    assertKind(ear.awaitFailure(), Kind.CLOSED);
    assertFailedWith(sent, Kind.CLOSED);
  }

  @Test
  void S_08_a_loss_while_both_ways_wait_gives_both_shares_back_and_says_why() throws Exception {
    Ear ear = Ear.on(link);
    say(SECOND, 1);
    CompletableFuture<Void> sent = sending();

    pair.far().abort();
    settle();

    assertGone();
    assertKind(ear.awaitFailure(), Kind.RESET);
    assertFailedWith(sent, Kind.RESET);
  }

  @Test
  void S_08_cancelling_gives_the_turn_back_and_leaves_the_link_open() throws Exception {
    Ear ear = Ear.on(link);
    say(SECOND, 1);
    var sent = link.send(Flux.just(new byte[SECOND], new byte[1])).subscribe(null, failure -> {});
    settle();
    ear.cancel();
    sent.dispose();
    settle();
    assertThat(upload.stat().waiting() + download.stat().waiting()).isZero();
    assertThat(up.isDisposed() || down.isDisposed()).isFalse();

    upload.rate(ByteRate.UNLIMITED);
    Ear far = Ear.on(pair.far());
    link.send(Mono.just(new byte[] {42})).block(Ear.PATIENCE);
    far.await(SECOND + 1);
  }

  @Test
  void a_link_that_nobody_has_used_gives_both_shares_back() {
    link.abort();
    settle();
    assertGone();
  }

  @Test
  void without_a_budget_it_is_a_closed_link() throws Exception {
    Ear ear = Ear.on(link);
    say(SECOND, 1);
    CompletableFuture<Void> sent = sending();
    upload.dispose();
    download.dispose();

    assertKind(ear.awaitFailure(), Kind.CLOSED);
    assertFailedWith(sent, Kind.CLOSED);
    assertThatThrownBy(() -> link.send(Mono.just(new byte[1])).block(Ear.PATIENCE))
        .isInstanceOf(LinkException.class);
  }

  /** A send of which one array is out and one waits. */
  private CompletableFuture<Void> sending() {
    var sent = link.send(Flux.just(new byte[SECOND], new byte[1])).toFuture();
    settle();
    return sent;
  }

  private void assertGone() {
    assertThat(up.isDisposed()).isTrue();
    assertThat(down.isDisposed()).isTrue();
    assertThat(upload.stat().waiting() + download.stat().waiting()).isZero();
  }

  private static void assertKind(Throwable failure, Kind kind) {
    assertThat(failure)
        .isInstanceOfSatisfying(LinkException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static void assertFailedWith(CompletableFuture<Void> sent, Kind kind) {
    assertThatThrownBy(() -> sent.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
        .cause()
        .satisfies(failure -> assertKind(failure, kind));
  }

  private Thread linksThread() {
    return Mono.fromCallable(Thread::currentThread)
        .subscribeOn(((Link) link).scheduler())
        .block(Ear.PATIENCE);
  }
}
