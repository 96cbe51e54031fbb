/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.handshake.Breach;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class EventHubTest {

  private static final Point POINT = Point.parse("10.0.0.1:1");

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final List<P2pEvent> standing = new ArrayList<>();
  private final EventHub hub = new EventHub(time, time, () -> List.copyOf(standing));

  @Test
  void a_listener_hears_the_snapshot_first_and_then_the_news() {
    standing.add(arrival(1));
    StepVerifier.create(hub.events(Overflow.DROP_OLDEST))
        .then(() -> time.advanceTimeBy(Duration.ZERO))
        .expectNext(arrival(1))
        .then(() -> hub.emit(arrival(2)))
        .expectNext(arrival(2))
        .then(hub::close)
        .verifyComplete();
  }

  @Test
  void a_slow_listener_loses_the_oldest_and_is_told_how_many() {
    int told = 5000;
    var slow = new Reluctant();
    List<P2pEvent> quick = new ArrayList<>();
    hub.events(Overflow.DROP_OLDEST).subscribe(slow);
    hub.events(Overflow.DROP_OLDEST).subscribe(quick::add);
    for (int i = 0; i < told; i++) {
      hub.emit(arrival(i));
    }
    assertThat(quick).hasSize(told);

    slow.requestUnbounded();
    time.advanceTimeBy(Duration.ZERO);
    long lost =
        slow.heard.stream()
            .filter(P2pEvent.EventsLost.class::isInstance)
            .mapToLong(event -> ((P2pEvent.EventsLost) event).count())
            .sum();
    long heard = slow.heard.stream().filter(P2pEvent.IncomingArrived.class::isInstance).count();
    assertThat(heard).isBetween((long) EventHub.CAPACITY, EventHub.CAPACITY + 4L);
    assertThat(heard + lost).isEqualTo(told);
    assertThat(hub.lost()).isEqualTo(lost);
    assertThat(slow.heard.get(slow.heard.size() - 1)).isEqualTo(arrival(told - 1));
  }

  @Test
  void O_03_a_hundred_thousand_errors_are_counted_exactly_though_a_slow_listener_loses_most() {
    int errors = 100_000;
    hub.events(Overflow.DROP_OLDEST).subscribe(new Reluctant());
    for (int i = 0; i < errors; i++) {
      hub.emit(arrival(i % 60_000));
      hub.emit(
          new P2pEvent.AuthenticationFailed(
              Direction.INBOUND, POINT, new Fault.Misbehaved(Breach.MALFORMED_GREETING)));
    }
    AttemptEnd end = AttemptEnd.of(new Fault.Misbehaved(Breach.MALFORMED_GREETING));
    assertThat(hub.tally().ended(Direction.INBOUND, end)).isEqualTo(errors);
    assertThat(hub.tally().ended(Direction.OUTBOUND, end)).isZero();
    assertThat(hub.tally().open(Direction.INBOUND)).isZero();
    assertThat(hub.lost()).isBetween(2L * errors - EventHub.CAPACITY - 2, 2L * errors);
  }

  @Test
  void X_06_a_listener_that_throws_harms_nobody_else() {
    List<P2pEvent> calm = new ArrayList<>();
    hub.events(Overflow.DROP_OLDEST)
        .subscribe(
            event -> {
              throw new IllegalStateException("on purpose");
            },
            failure -> {});
    hub.events(Overflow.DROP_OLDEST).subscribe(calm::add);
    hub.emit(arrival(1));
    hub.emit(arrival(2));
    assertThat(calm).containsExactly(arrival(1), arrival(2));
  }

  @Test
  void X_06_a_listener_that_blocks_does_not_hold_up_the_one_who_tells() {
    var real = Schedulers.newBoundedElastic(2, 10, "listeners");
    var blocked = new java.util.concurrent.CountDownLatch(1);
    try {
      var patient = new EventHub(time, real, List::of);
      patient
          .events(Overflow.DROP_OLDEST)
          .subscribe(
              event -> {
                try {
                  blocked.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      for (int i = 0; i < 10_000; i++) {
        patient.emit(arrival(i));
      }
    } finally {
      blocked.countDown();
      real.dispose();
    }
  }

  @Test
  void who_left_is_forgotten_and_who_comes_late_hears_the_end() {
    hub.events(Overflow.DROP_OLDEST).subscribe().dispose();
    time.advanceTimeBy(Duration.ZERO);
    hub.emit(arrival(1));
    hub.close();
    standing.add(arrival(2));
    StepVerifier.create(hub.events(Overflow.DROP_OLDEST))
        .then(() -> time.advanceTimeBy(Duration.ZERO))
        .expectNext(arrival(2))
        .verifyComplete();
  }

  @Test
  void a_snapshot_is_never_lost_however_large_and_whatever_the_policy() {
    for (int i = 0; i < 3 * EventHub.CAPACITY; i++) {
      standing.add(arrival(i));
    }
    for (Overflow overflow : Overflow.values()) {
      var slow = new Reluctant();
      hub.events(overflow).subscribe(slow);
      hub.emit(arrival(60_000));
      slow.requestUnbounded();
      time.advanceTimeBy(Duration.ZERO);
      assertThat(slow.heard).as("%s", overflow).hasSize(standing.size() + 1).startsWith(arrival(0));
    }
    assertThat(hub.lost()).isZero();
  }

  @Test
  void who_wants_the_latest_only_hears_the_latest_and_how_much_it_missed() {
    var slow = new Reluctant();
    hub.events(Overflow.LATEST).subscribe(slow);
    slow.request(1);
    for (int i = 0; i < 5000; i++) {
      hub.emit(arrival(i));
    }
    slow.requestUnbounded();
    time.advanceTimeBy(Duration.ZERO);
    assertThat(slow.heard)
        .containsExactly(arrival(0), arrival(1), new P2pEvent.EventsLost(4997), arrival(4999));
    assertThat(hub.lost()).isEqualTo(4997);
  }

  @Test
  void who_wants_all_or_nothing_fails_after_what_it_could_hold() {
    var slow = new Reluctant();
    List<P2pEvent> other = new ArrayList<>();
    hub.events(Overflow.ERROR).subscribe(slow);
    hub.events(Overflow.DROP_OLDEST).subscribe(other::add);
    for (int i = 0; i < 5000; i++) {
      hub.emit(arrival(i));
    }
    slow.requestUnbounded();
    time.advanceTimeBy(Duration.ZERO);
    assertThat(slow.heard).hasSizeBetween(EventHub.CAPACITY, EventHub.CAPACITY + 2);
    assertThat(slow.heard.get(slow.heard.size() - 1)).isEqualTo(arrival(slow.heard.size() - 1));
    assertThat(slow.failure).matches(Exceptions::isOverflow);
    assertThat(other).hasSize(5000);
    assertThat(hub.lost()).as("the one for which there was no room").isOne();
  }

  @Test
  void what_waits_is_told_before_the_end() {
    var slow = new Reluctant();
    hub.events(Overflow.DROP_OLDEST).subscribe(slow);
    hub.emit(arrival(1));
    hub.emit(arrival(2));
    hub.emit(arrival(3));
    hub.close();
    assertThat(slow.isDisposed()).isFalse();
    slow.requestUnbounded();
    time.advanceTimeBy(Duration.ZERO);
    assertThat(slow.heard).containsExactly(arrival(1), arrival(2), arrival(3));
    assertThat(slow.isDisposed()).isTrue();
  }

  /** Asks for nothing by itself. */
  private static final class Reluctant extends BaseSubscriber<P2pEvent> {
    private final List<P2pEvent> heard = new ArrayList<>();
    private Throwable failure;

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // Waits for the test.
    }

    @Override
    protected void hookOnNext(P2pEvent event) {
      heard.add(event);
    }

    @Override
    protected void hookOnError(Throwable thrown) {
      failure = thrown;
    }
  }

  private static P2pEvent arrival(int number) {
    return new P2pEvent.IncomingArrived(new Point(Point.parse("10.0.0.1:1").address(), number));
  }
}
