/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

class VirtualTimeTest {

  private final VirtualTime time = VirtualTime.at(Instant.parse("2026-01-01T00:00:00Z"));
  private final List<String> done = new ArrayList<>();

  private Runnable note(String what) {
    return () -> done.add(what + "@" + time.passed().toMillis());
  }

  @Test
  void tasks_run_by_their_time_and_at_one_time_as_they_were_given() {
    time.schedule(note("c"), 20, TimeUnit.MILLISECONDS);
    time.schedule(note("b"), 10, TimeUnit.MILLISECONDS);
    time.schedule(note("d"), 20, TimeUnit.MILLISECONDS);
    time.schedule(note("a"));
    time.pass(Duration.ofMillis(20));
    assertThat(done).containsExactly("a@0", "b@10", "c@20", "d@20");
    assertThat(time.tasks()).isEqualTo(4);
  }

  @Test
  void what_was_due_first_runs_before_what_is_given_at_that_moment() {
    time.schedule(() -> time.schedule(note("given")), 5, TimeUnit.MILLISECONDS);
    time.schedule(note("due"), 5, TimeUnit.MILLISECONDS);
    time.pass(Duration.ofMillis(5));
    assertThat(done).containsExactly("due@5", "given@5");
  }

  @Test
  void a_task_called_off_does_not_run_nor_what_a_worker_had_when_it_was_disposed_of() {
    time.schedule(note("never"), 1, TimeUnit.MILLISECONDS).dispose();
    Scheduler.Worker worker = time.createWorker();
    worker.schedule(note("never either"), 1, TimeUnit.MILLISECONDS);
    worker.dispose();
    assertThat(worker.schedule(note("nor that")).isDisposed()).isTrue();
    time.pass(Duration.ofSeconds(1));
    assertThat(done).isEmpty();
  }

  @Test
  void a_periodic_task_keeps_its_rate_until_it_is_called_off() {
    Disposable beat = time.schedulePeriodically(note("beat"), 10, 20, TimeUnit.MILLISECONDS);
    time.pass(Duration.ofMillis(60));
    beat.dispose();
    time.pass(Duration.ofSeconds(1));
    assertThat(done).containsExactly("beat@10", "beat@30", "beat@50");
  }

  @Test
  void operators_count_its_time() {
    Flux.interval(Duration.ofMinutes(2), time).take(3).subscribe(n -> note("tick").run());
    time.pass(Duration.ofMinutes(10));
    assertThat(done).containsExactly("tick@120000", "tick@240000", "tick@360000");
  }

  @Test
  void what_a_task_throws_comes_out() {
    time.schedule(
        () -> {
          throw new IllegalStateException("out with it");
        });
    assertThatThrownBy(() -> time.pass(Duration.ZERO)).hasMessage("out with it");
  }

  @Test
  void another_thread_is_refused() {
    assertThatThrownBy(() -> CompletableFuture.runAsync(() -> time.schedule(note("x"))).join())
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one thread");
  }

  @Test
  void X_08_a_frozen_node_misses_nothing_and_makes_up_for_it_at_once() {
    var node = new NodeTime(time, Duration.ZERO);
    node.schedulePeriodically(note("beat"), 10, 10, TimeUnit.MILLISECONDS);
    time.pass(Duration.ofMillis(15));
    node.freeze();
    time.pass(Duration.ofMillis(30));
    assertThat(done).containsExactly("beat@10");
    node.thaw();
    time.pass(Duration.ofMillis(5));
    assertThat(done).containsExactly("beat@10", "beat@45", "beat@45", "beat@45", "beat@50");
  }

  @Test
  void a_killed_node_does_nothing_any_more() {
    var node = new NodeTime(time, Duration.ZERO);
    node.schedule(note("never"), 1, TimeUnit.MILLISECONDS);
    node.freeze();
    node.schedule(note("nor that"));
    time.pass(Duration.ZERO);
    node.dispose();
    node.thaw();
    node.schedule(note("nor this"));
    time.pass(Duration.ofSeconds(1));
    assertThat(done).isEmpty();
  }

  @Test
  void a_wrong_wall_clock_makes_no_second_longer() {
    var node = new NodeTime(time, Duration.ofHours(-2));
    assertThat(time.now(TimeUnit.MILLISECONDS) - node.now(TimeUnit.MILLISECONDS))
        .isEqualTo(Duration.ofHours(2).toMillis());
    long before = node.now(TimeUnit.NANOSECONDS);
    time.pass(Duration.ofSeconds(1));
    assertThat(node.now(TimeUnit.NANOSECONDS) - before).isEqualTo(1_000_000_000L);
  }
}
