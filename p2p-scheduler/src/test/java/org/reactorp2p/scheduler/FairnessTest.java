/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Whole streams on virtual time: what each of them gets. */
class FairnessTest {

  private static final long MIB = 1 << 20;
  private static final int FRAME = 64 << 10;

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

  @Test
  void S_01_eight_receivers_hold_the_limit_and_share_it_alike() {
    BandwidthScheduler scheduler = scheduler(MIB);
    List<Receiver> receivers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      receivers.add(Receiver.greedy(scheduler.open(1), 16 << 10));
    }
    for (int slice = 0; slice < 12; slice++) {
      pass(5_000);
      long[] bytes = receivers.stream().mapToLong(Receiver::take).toArray();
      assertThat(sum(bytes)).isCloseTo(5 * MIB, Percentage.withPercentage(1));
      assertThat(jain(bytes)).isGreaterThan(0.999);
    }
  }

  @Test
  void weights_are_kept_with_items_of_any_size() {
    BandwidthScheduler scheduler = scheduler(8 * MIB);
    List<Receiver> receivers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      receivers.add(
          Receiver.of(
              scheduler.open(1 << i % 3),
              anySize(RandomGeneratorFactory.of("L64X128MixRandom").create(i))));
    }
    pass(10_000);
    double[] normalised = new double[receivers.size()];
    for (int i = 0; i < normalised.length; i++) {
      normalised[i] = receivers.get(i).bytes() / (double) (1 << i % 3);
    }
    assertThat(jain(normalised)).isGreaterThan(0.995);
  }

  @Test
  void another_weight_counts_while_traffic_flows() {
    BandwidthScheduler scheduler = scheduler(MIB);
    Share rising = scheduler.open(1);
    Receiver first = Receiver.greedy(rising, 1_000);
    Receiver second = Receiver.greedy(scheduler.open(1), 1_000);
    pass(1_000);
    rising.weight(3);
    first.take();
    second.take();
    pass(1_000);

    assertThat((double) first.bytes() / second.bytes()).isCloseTo(3, within(0.05));
  }

  @Test
  void S_02_one_greedy_among_modest_ones_takes_nothing_from_them() {
    BandwidthScheduler scheduler = scheduler(50 * FRAME);
    List<Receiver> all = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      all.add(Receiver.every(time, Duration.ofMillis(62), scheduler.open(1), FRAME / 16));
    }
    all.add(Receiver.greedy(scheduler.open(1), FRAME));
    pass(20_000);
    long[] bytes = all.stream().mapToLong(Receiver::bytes).toArray();

    assertThat(jain(bytes)).isGreaterThan(0.99);
    assertThat(all).allSatisfy(r -> assertThat(r.bytes()).isGreaterThan(20 * FRAME * 9 / 10));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100})
  void S_03_the_limit_is_used_while_anyone_waits(int peers) {
    long rate = MIB;
    BandwidthScheduler scheduler = scheduler(rate);
    double harmonic = 0;
    for (int i = 1; i <= peers; i++) {
      harmonic += 1.0 / i;
    }
    List<Receiver> all = new ArrayList<>();
    for (int i = 1; i <= peers; i++) {
      double bytesPerSecond = 1.5 * rate / (i * harmonic);
      Duration pause = Duration.ofNanos((long) (1e9 * 4_096 / bytesPerSecond));
      all.add(Receiver.every(time, pause, scheduler.open(1), 4_096));
    }
    pass(10_000);

    assertThat(all.stream().mapToLong(Receiver::bytes).sum()).isGreaterThan(10 * rate * 99 / 100);
  }

  @Test
  void S_04_what_a_hundred_idle_ones_do_not_want_goes_to_the_one_who_does() {
    BandwidthScheduler scheduler = scheduler(MIB);
    for (int i = 0; i < 100; i++) {
      Receiver.every(time, Duration.ofSeconds(1), scheduler.open(1), 1);
    }
    Receiver bulk = Receiver.greedy(scheduler.open(1), FRAME);
    pass(10_000);

    assertThat(bulk.bytes()).isGreaterThan(10 * MIB * 98 / 100);
  }

  @Test
  void S_05_ten_minutes_of_changing_limits_are_followed_within_a_window() {
    BandwidthScheduler scheduler = scheduler(100_000);
    int item = 1_000;
    Flux<Integer> offered =
        Flux.interval(Duration.ofMillis(1), time).map(tick -> item).onBackpressureDrop();
    Receiver one = Receiver.of(scheduler.open(1), offered);
    Receiver two = Receiver.of(scheduler.open(1), offered);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    for (int second = 0; second < 600; second++) {
      boolean unlimited = random.nextInt(6) == 0;
      long rate = random.nextLong(1_000, 500_000);
      scheduler.rate(unlimited ? ByteRate.UNLIMITED : ByteRate.of(rate));
      assertThatThrownBy(() -> scheduler.rate(ByteRate.of(0))).hasMessageContaining("got 0");
      assertThatThrownBy(() -> scheduler.rate(ByteRate.of(-1))).hasMessageContaining("got -1");
      pass(1_000);
      long bytes = one.take() + two.take();
      long due = unlimited ? 2_000_000 : rate;
      double slack = Math.max(rate * 0.02, 2 * item) + item;
      assertThat((double) bytes).as("second %d at %d", second, due).isCloseTo(due, within(slack));
    }
  }

  @Test
  void S_07_large_items_at_a_slow_rate_are_paid_to_the_byte_and_starve_nobody() {
    BandwidthScheduler scheduler = scheduler(1_024);
    Receiver large = Receiver.greedy(scheduler.open(1), FRAME);
    Receiver small = Receiver.greedy(scheduler.open(1), 64);
    pass(6_400_000);

    assertThat(large.bytes() + small.bytes()).isCloseTo(6_400 * 1_024, within(FRAME + 256L));
    assertThat(large.bytes()).isCloseTo(small.bytes(), within((long) FRAME));
  }

  @Test
  void S_09_a_timer_late_by_ten_seconds_catches_up_without_a_burst() {
    AtomicLong clock = new AtomicLong();
    ByteRate rate = ByteRate.of(MIB);
    BandwidthScheduler scheduler = BandwidthScheduler.create(rate, time, clock::get);
    Receiver receiver = Receiver.greedy(scheduler.open(1), 1_024);
    receiver.take();
    clock.addAndGet(Duration.ofSeconds(10).toNanos());
    pass(1_000);

    double window = Window.SHORT.bytes(rate, 1_024);
    assertThat((double) receiver.take()).isBetween(window, window + 1_024);
    clock.addAndGet(Duration.ofMillis(10).toNanos());
    pass(1_000);
    assertThat((double) receiver.take()).isCloseTo(MIB / 100.0, within(1_024.0));
  }

  @Test
  void S_09_while_the_timer_is_stopped_whoever_comes_wakes_those_who_wait() {
    AtomicLong clock = new AtomicLong();
    BandwidthScheduler scheduler = BandwidthScheduler.create(ByteRate.of(MIB), time, clock::get);
    Receiver first = Receiver.greedy(scheduler.open(1), 1_024);
    first.take();
    clock.addAndGet(Duration.ofMillis(10).toNanos());
    Receiver second = Receiver.greedy(scheduler.open(1), 1_024);

    assertThat(first.bytes()).isPositive();
    assertThat(second.bytes()).isPositive();
    assertThat((double) first.bytes() + second.bytes()).isCloseTo(MIB / 100.0, within(2_048.0));
  }

  @Test
  void S_10_joining_and_leaving_a_thousand_times_a_second_gains_nothing() {
    BandwidthScheduler scheduler = scheduler(MIB);
    List<Receiver> honest = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      honest.add(Receiver.greedy(scheduler.open(1), 1_024));
    }
    long stolen = 0;
    for (int i = 0; i < 10_000; i++) {
      Share fresh = scheduler.open(1);
      Receiver restless = Receiver.greedy(fresh, 1_024);
      pass(1);
      stolen += restless.bytes();
      restless.dispose();
      fresh.dispose();
    }
    long fair = honest.get(0).bytes();
    assertThat(stolen).isLessThan(fair + (long) Window.SHORT.bytes(ByteRate.of(MIB), 1_024));
    assertThat(fair).isGreaterThan(MIB * 97 / 100);
  }

  @Test
  void a_burst_after_silence_is_one_window() {
    BandwidthScheduler scheduler = scheduler(MIB);
    Share share = scheduler.open(1);
    pass(60_000);
    Receiver receiver = Receiver.greedy(share, 1_024);

    double window = Window.SHORT.bytes(ByteRate.of(MIB), 1_024);
    assertThat((double) receiver.bytes()).isBetween(window, window + 1_024);
  }

  @Test
  void control_passes_a_queue_of_bulk() {
    BandwidthScheduler scheduler = scheduler(MIB);
    List<Receiver> bulk = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      bulk.add(Receiver.greedy(scheduler.open(1), FRAME));
    }
    pass(10_000);
    Share share = scheduler.open(1);
    List<Integer> heard = new ArrayList<>();
    share.limit(Flux.just(100), size -> size, Priority.CONTROL).subscribe(heard::add);
    pass(200); // the debt of one item, and no round of fifty

    assertThat(heard).containsExactly(100);
  }

  @Test
  void a_flood_of_control_starves_neither_its_own_bulk_nor_another_share() {
    BandwidthScheduler scheduler = scheduler(MIB);
    Share flooding = scheduler.open(1);
    AtomicLong control = new AtomicLong();
    flooding
        .limit(Flux.<Integer>generate(s -> s.next(100)), size -> size, Priority.CONTROL)
        .subscribe(control::addAndGet);
    Receiver itsBulk = Receiver.greedy(flooding, 1_024);
    Receiver other = Receiver.greedy(scheduler.open(1), 1_024);
    pass(10_000);

    assertThat(other.bytes()).isCloseTo(5 * MIB, Percentage.withPercentage(2));
    assertThat(control.get()).isCloseTo(3 * itsBulk.bytes(), Percentage.withPercentage(2));
  }

  @Test
  void floors_and_ceilings_hold_while_traffic_flows() {
    BandwidthScheduler scheduler = scheduler(MIB);
    for (int i = 0; i < 20; i++) {
      Receiver.greedy(scheduler.open(1), 1_024);
    }
    Share promised = scheduler.open(1);
    promised.floor(ByteRate.ofKibibytes(512));
    Share capped = scheduler.open(100);
    capped.ceiling(ByteRate.ofKibibytes(64));
    Receiver first = Receiver.greedy(promised, 1_024);
    Receiver second = Receiver.greedy(capped, 1_024);
    pass(10_000);

    assertThat(first.bytes()).isCloseTo(10 * MIB / 2, Percentage.withPercentage(2));
    assertThat(second.bytes()).isCloseTo(10 * MIB / 16, Percentage.withPercentage(3));
  }

  @Test
  void a_ceiling_holds_even_without_a_limit_for_all() {
    BandwidthScheduler scheduler = scheduler(Long.MAX_VALUE);
    Share capped = scheduler.open(1);
    capped.ceiling(ByteRate.ofKibibytes(64));
    Receiver receiver = Receiver.greedy(capped, 1_024);
    pass(10_000);

    assertThat(receiver.bytes()).isCloseTo(10 * MIB / 16, Percentage.withPercentage(1));
  }

  private BandwidthScheduler scheduler(long rate) {
    return BandwidthScheduler.create(ByteRate.of(rate), time, () -> time.now(TimeUnit.NANOSECONDS));
  }

  private void pass(long millis) {
    time.advanceTimeBy(Duration.ofMillis(millis));
  }

  private static Flux<Integer> anySize(RandomGenerator random) {
    return Flux.generate(sink -> sink.next((int) Math.pow(2, 16 * random.nextDouble())));
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  private static double jain(long... values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      copy[i] = values[i];
    }
    return jain(copy);
  }

  /** Jain's index: 1 if all are alike, 1/n if one has all. */
  private static double jain(double... values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    return sum * sum / (values.length * squares);
  }
}
