/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.SpecialRanges;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** A network whose deciding thread hangs, and one whose maintenance fails. */
class WatchdogTest {

  private final Town town = new Town(7);

  @Test
  void J_05_a_thread_that_is_blocked_is_seen_from_outside_and_told_afterwards() {
    var hung = new HangingScheduler(town.time);
    P2pNetwork<String, ?, ?> victim = networkOn(hung, 1);
    P2pNetwork<String, ?, ?> other = town.node(2).build();
    town.await(victim.start());
    town.await(other.start());
    Watch watch = Watch.over(victim);
    town.pass(Duration.ofSeconds(1));
    assertThat(victim.health().isUp()).isTrue();
    town.pass(Duration.ofMillis(10));

    hung.hang();
    victim.health();
    town.pass(Duration.ofSeconds(2));
    assertThat(victim.health().silence()).isEqualTo(Duration.ofSeconds(2));
    assertThat(victim.health().isUp()).isTrue();
    town.pass(Duration.ofSeconds(4));
    assertThat(victim.health().complaints())
        .containsExactly("the thread that decides has not answered for 6 s");
    assertThat(other.health().isUp()).isTrue();

    hung.goOn();
    town.pass(Duration.ofMillis(10));
    assertThat(victim.health().isUp()).isTrue();
    assertThat(watch.of(P2pEvent.DecisionsStalled.class))
        .containsExactly(new P2pEvent.DecisionsStalled(Duration.ofSeconds(6)));
  }

  @Test
  void a_network_that_does_not_run_is_not_up() {
    P2pNetwork<String, ?, ?> network = town.node(1).build();
    assertThat(network.health().complaints()).containsExactly("the network does not run");
    town.await(network.start());
    assertThat(network.health().isUp()).isTrue();
    town.await(network.stop());
    assertThat(network.health().isUp()).isFalse();
  }

  @Test
  void X_07_a_round_that_fails_is_told_and_followed_by_the_next() {
    var broken = new AtomicBoolean();
    var asked = new AtomicInteger();
    P2pNetwork<String, ?, ?> network =
        P2pNetwork.builder(
                MessageCodec.text(0x0010, 1000),
                town.identity(),
                Town.CHAIN,
                Environment.simulated(town.transport(1), town.time, new BrokenDice(broken, asked)))
            .requiredDifficulty(Difficulty.NONE)
            .listen(Town.point(1))
            .memory(MemoryConfig.DEFAULT.withSpecialRanges(SpecialRanges.ALLOWED))
            .bounds(new Bounds(1, 2, 3))
            .build();
    Watch watch = Watch.over(network);
    broken.set(true);
    town.await(network.start());
    town.pass(Duration.ofMinutes(3));
    assertThat(watch.of(P2pEvent.MaintenanceFailed.class)).isNotEmpty();
    assertThat(asked.get()).as("no busy loop").isLessThan(1000);
    assertThat(network.health().isUp()).isTrue();

    broken.set(false);
    P2pNetwork<String, ?, ?> neighbour = town.node(2).build();
    town.await(neighbour.start());
    town.await(network.known().suggest(java.util.List.of(Town.point(2))));
    town.pass(Duration.ofSeconds(30));
    assertThat(network.connections()).hasSize(1);
  }

  private P2pNetwork<String, ?, ?> networkOn(Scheduler decisions, int house) {
    Environment usual = town.environment(town.transport(house));
    var environment =
        new Environment(
            usual.transport(),
            () -> decisions,
            usual.delivery(),
            usual.random(),
            usual.nonces(),
            usual.box());
    return P2pNetwork.builder(
            MessageCodec.text(0x0010, 1000), town.identity(), Town.CHAIN, environment)
        .requiredDifficulty(Difficulty.NONE)
        .listen(Town.point(house))
        .build();
  }

  /** Dice that fail while they are broken. */
  private static final class BrokenDice extends Random {

    private static final long serialVersionUID = 1L;

    private final AtomicBoolean broken;
    private final AtomicInteger asked;

    BrokenDice(AtomicBoolean broken, AtomicInteger asked) {
      super(1);
      this.broken = broken;
      this.asked = asked;
    }

    @Override
    protected int next(int bits) {
      if (broken != null && broken.get()) {
        asked.incrementAndGet();
        throw new IllegalStateException("the dice are broken");
      }
      return super.next(bits);
    }
  }

  /** Takes tasks, and while it hangs runs none. */
  private static final class HangingScheduler implements Scheduler {

    private final Scheduler inner;
    private final java.util.List<Runnable> held = new java.util.ArrayList<>();
    private boolean hangs;

    HangingScheduler(Scheduler inner) {
      this.inner = inner;
    }

    void hang() {
      hangs = true;
    }

    void goOn() {
      hangs = false;
      held.forEach(inner::schedule);
      held.clear();
    }

    private Runnable guarded(Runnable task) {
      return () -> {
        if (hangs) {
          held.add(task);
        } else {
          task.run();
        }
      };
    }

    @Override
    public Disposable schedule(Runnable task) {
      return inner.schedule(guarded(task));
    }

    @Override
    public Disposable schedule(Runnable task, long delay, java.util.concurrent.TimeUnit unit) {
      return inner.schedule(guarded(task), delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(
        Runnable task, long delay, long period, java.util.concurrent.TimeUnit unit) {
      return inner.schedulePeriodically(guarded(task), delay, period, unit);
    }

    @Override
    public Worker createWorker() {
      var all = Disposables.composite();
      return new Worker() {
        @Override
        public Disposable schedule(Runnable task) {
          Disposable one = HangingScheduler.this.schedule(task);
          all.add(one);
          return one;
        }

        @Override
        public Disposable schedule(Runnable task, long delay, java.util.concurrent.TimeUnit unit) {
          Disposable one = HangingScheduler.this.schedule(task, delay, unit);
          all.add(one);
          return one;
        }

        @Override
        public void dispose() {
          all.dispose();
        }
      };
    }

    @Override
    public long now(java.util.concurrent.TimeUnit unit) {
      return inner.now(unit);
    }
  }
}
