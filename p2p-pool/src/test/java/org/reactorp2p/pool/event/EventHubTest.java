/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class EventHubTest {

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final List<P2pEvent> standing = new ArrayList<>();
  private final EventHub hub = new EventHub(time, time, () -> List.copyOf(standing));

  @Test
  void a_listener_hears_the_snapshot_first_and_then_the_news() {
    standing.add(arrival(1));
    StepVerifier.create(hub.events())
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
    List<P2pEvent> slow = new ArrayList<>();
    var subscription =
        new reactor.core.publisher.BaseSubscriber<P2pEvent>() {
          @Override
          protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
            // Asks for nothing yet.
          }

          @Override
          protected void hookOnNext(P2pEvent event) {
            slow.add(event);
          }
        };
    List<P2pEvent> quick = new ArrayList<>();
    hub.events().subscribe(subscription);
    hub.events().subscribe(quick::add);
    for (int i = 0; i < told; i++) {
      hub.emit(arrival(i));
    }
    assertThat(quick).hasSize(told);

    subscription.requestUnbounded();
    time.advanceTimeBy(Duration.ZERO);
    long lost =
        slow.stream()
            .filter(P2pEvent.EventsLost.class::isInstance)
            .mapToLong(event -> ((P2pEvent.EventsLost) event).count())
            .sum();
    long heard = slow.stream().filter(P2pEvent.IncomingArrived.class::isInstance).count();
    assertThat(heard).isBetween((long) EventHub.CAPACITY, EventHub.CAPACITY + 4L);
    assertThat(heard + lost).isEqualTo(told);
    assertThat(slow.get(slow.size() - 1)).isEqualTo(arrival(told - 1));
  }

  @Test
  void a_listener_that_throws_harms_nobody_else() {
    List<P2pEvent> calm = new ArrayList<>();
    hub.events()
        .subscribe(
            event -> {
              throw new IllegalStateException("on purpose");
            },
            failure -> {});
    hub.events().subscribe(calm::add);
    hub.emit(arrival(1));
    hub.emit(arrival(2));
    assertThat(calm).containsExactly(arrival(1), arrival(2));
  }

  @Test
  void a_listener_that_blocks_does_not_hold_up_the_one_who_tells() {
    var real = Schedulers.newBoundedElastic(2, 10, "listeners");
    var blocked = new java.util.concurrent.CountDownLatch(1);
    try {
      var patient = new EventHub(time, real, List::of);
      patient
          .events()
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
    hub.events().subscribe().dispose();
    time.advanceTimeBy(Duration.ZERO);
    hub.emit(arrival(1));
    hub.close();
    standing.add(arrival(2));
    StepVerifier.create(hub.events())
        .then(() -> time.advanceTimeBy(Duration.ZERO))
        .expectNext(arrival(2))
        .verifyComplete();
  }

  private static P2pEvent arrival(int number) {
    return new P2pEvent.IncomingArrived(new Point(Point.parse("10.0.0.1:1").address(), number));
  }
}
