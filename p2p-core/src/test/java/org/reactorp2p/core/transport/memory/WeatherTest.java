/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Transport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What lies between two machines, and that it may change under a link. */
class WeatherTest {

  private static final Point PORT = new Point(InetAddress.getLoopbackAddress(), 9732);

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final AtomicReference<Weather> weather = new AtomicReference<>(Weather.CALM);
  private final MemoryNetwork network =
      MemoryNetwork.on(
          time,
          MemoryConfig.DEFAULT,
          (from, to, arrival) -> weather.get().carry(from, to, arrival));
  private final Transport machine = network.machine(PORT.address());
  private final List<Link> accepted = new ArrayList<>();

  @BeforeEach
  void listen() {
    machine.listen(PORT).subscribe(listener -> listener.accept().subscribe(accepted::add));
    time.advanceTimeBy(Duration.ZERO);
  }

  private Link dialled() {
    var link = new AtomicReference<Link>();
    machine.dial(PORT).subscribe(link::set);
    time.advanceTimeBy(Duration.ZERO);
    return link.get();
  }

  private ByteArrayOutputStream reading(Link link) {
    var read = new ByteArrayOutputStream();
    link.receive().subscribe(chunk -> read.writeBytes(chunk.toBytes()), lost -> {});
    return read;
  }

  private void far(int millis) {
    weather.set((from, to, arrival) -> arrival.after(Duration.ofMillis(millis)));
  }

  @Test
  void a_dial_over_a_long_line_takes_the_way_there_and_back() {
    far(100);
    var link = new AtomicReference<Link>();
    machine.dial(PORT).subscribe(link::set);
    time.advanceTimeBy(Duration.ofMillis(100));
    assertThat(accepted).hasSize(1);
    assertThat(link).hasNullValue();
    time.advanceTimeBy(Duration.ofMillis(100));
    assertThat(link).doesNotHaveNullValue();
  }

  @Test
  void bytes_arrive_when_the_weather_lets_them_and_not_before_though_somebody_asks() {
    Link near = dialled();
    far(100);
    ByteArrayOutputStream read = reading(accepted.get(0));
    near.send(Mono.just(new byte[] {1, 2})).subscribe();
    time.advanceTimeBy(Duration.ofMillis(99));
    assertThat(read.size()).isZero();
    time.advanceTimeBy(Duration.ofMillis(1));
    assertThat(read.toByteArray()).containsExactly(1, 2);
  }

  @Test
  void bytes_and_the_end_keep_their_order_though_the_line_becomes_shorter() {
    Link near = dialled();
    var read = new ByteArrayOutputStream();
    var ended = new ArrayList<String>();
    accepted
        .get(0)
        .receive()
        .subscribe(
            chunk -> read.writeBytes(chunk.toBytes()),
            lost -> ended.add(lost.toString()),
            () -> ended.add("end after " + read.size()));
    far(100);
    near.send(Flux.just(new byte[] {1}, new byte[] {2})).subscribe();
    time.advanceTimeBy(Duration.ofMillis(10));
    far(1);
    near.send(Mono.just(new byte[] {3})).then(near.close()).subscribe();
    time.advanceTimeBy(Duration.ofMillis(200));
    assertThat(read.toByteArray()).containsExactly(1, 2, 3);
    assertThat(ended).containsExactly("end after 3");
  }

  @Test
  void what_is_kept_back_arrives_in_the_end() {
    Link near = dialled();
    ByteArrayOutputStream read = reading(accepted.get(0));
    List<Weather.Arrival> kept = new ArrayList<>();
    weather.set((from, to, arrival) -> kept.add(arrival));
    near.send(Mono.just(new byte[] {7})).subscribe();
    time.advanceTimeBy(Duration.ofHours(1));
    assertThat(read.size()).isZero();
    kept.forEach(arrival -> arrival.after(Duration.ZERO));
    time.advanceTimeBy(Duration.ZERO);
    assertThat(read.toByteArray()).containsExactly(7);
  }

  @Test
  void a_dial_given_up_while_it_is_under_way_leaves_nothing() {
    far(100);
    machine.dial(PORT).subscribe().dispose();
    time.advanceTimeBy(Duration.ofSeconds(1));
    assertThat(accepted).isEmpty();
    var dial = machine.dial(PORT).subscribe();
    time.advanceTimeBy(Duration.ofMillis(150));
    dial.dispose();
    var ends = new ArrayList<Throwable>();
    accepted.get(0).receive().subscribe(bytes -> {}, ends::add);
    time.advanceTimeBy(Duration.ofSeconds(1));
    assertThat(ends).singleElement().isInstanceOf(LinkException.class);
  }

  @Test
  void severed_links_are_reset_at_both_ends_and_others_are_not() {
    Link first = dialled();
    Link second = dialled();
    var ends = new ArrayList<String>();
    for (Link link : List.of(first, accepted.get(0))) {
      link.receive().subscribe(bytes -> {}, lost -> ends.add(lost.getMessage()));
    }
    second.receive().subscribe(bytes -> {}, lost -> ends.add("wrong"));
    network.sever((caller, called) -> caller.equals(first.local()));
    time.advanceTimeBy(Duration.ZERO);
    assertThat(ends).hasSize(2).allMatch(text -> text.contains("cut"));
    network.sever((caller, called) -> true);
    time.advanceTimeBy(Duration.ZERO);
    assertThat(ends).hasSize(3);
  }
}
