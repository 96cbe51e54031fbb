/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Transport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A bad network, on virtual time: nothing here waits for a clock. */
class LinkFaultTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Point PORT = new Point(HERE, 9732);

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final Transport sound = MemoryNetwork.on(time).machine(HERE);
  private final List<byte[]> heard = new ArrayList<>();
  private final List<Object> ends = new ArrayList<>();

  @Test
  void nothing_moves_until_time_does() {
    List<Link> near = new ArrayList<>();
    sound.listen(PORT).flatMapMany(port -> port.accept()).subscribe();
    sound.dial(PORT).subscribe(near::add);
    time.advanceTimeBy(Duration.ZERO);
    assertThat(near).hasSize(1);
  }

  @Test
  void latency_delays_every_array_and_keeps_the_order() {
    Link near = dialHearingWith(LinkFault.latency(Duration.ofMillis(100)));
    near.send(Flux.just(new byte[] {1}, new byte[] {2}, new byte[] {3})).subscribe();

    advance(Duration.ofMillis(99));
    assertThat(heard).isEmpty();
    advance(Duration.ofMillis(1));
    assertThat(all()).containsExactly(1, 2, 3);
  }

  @Test
  void a_slow_reader_takes_one_array_per_pause() {
    Link near = dialHearingWith(LinkFault.slowReader(Duration.ofSeconds(1)));
    near.send(Flux.range(0, 10).map(i -> new byte[] {i.byteValue()})).subscribe();

    advance(Duration.ofSeconds(3));
    assertThat(all()).containsExactly(0, 1, 2);
    advance(Duration.ofSeconds(7));
    assertThat(all()).hasSize(10);
  }

  @Test
  void a_cut_delivers_an_exact_prefix_and_resets_both_ends() {
    for (int bytes = 0; bytes < 12; bytes++) {
      heard.clear();
      ends.clear();
      Link near = dialHearingWith(LinkFault.cutAfter(bytes), port(bytes));
      List<Object> nearEnds = new ArrayList<>();
      near.receive().subscribe(chunk -> {}, nearEnds::add);
      near.send(
              Flux.just(
                  new byte[] {0, 1, 2, 3}, new byte[] {4, 5, 6}, new byte[] {7, 8, 9, 10, 11}))
          .subscribe(done -> {}, failure -> {});
      advance(Duration.ZERO);

      assertThat(all()).as("cut after %d", bytes).hasSize(bytes);
      assertThat(ends).singleElement().satisfies(LinkFaultTest::isReset);
      assertThat(nearEnds).singleElement().satisfies(LinkFaultTest::isReset);
    }
  }

  @Test
  void a_flip_changes_one_byte_wherever_the_cuts_are() {
    long seed = new Random().nextLong();
    Link near = dialHearingWith(LinkFault.recut(new Random(seed), 3).and(LinkFault.flip(17, 0x80)));
    near.send(Mono.just(new byte[40])).subscribe();
    advance(Duration.ZERO);

    byte[] expected = new byte[40];
    expected[17] = (byte) 0x80;
    assertThat(all()).as("seed %d", seed).isEqualTo(expected);
    assertThat(heard).as("seed %d", seed).hasSizeGreaterThan(12).allMatch(c -> c.length <= 3);
  }

  @Test
  void a_black_hole_swallows_both_ways_and_tells_no_one() {
    Link near = dialHearingWith(LinkFault.blackHoleAfter(2));
    List<Object> sent = new ArrayList<>();
    near.send(Flux.range(0, 100).map(i -> new byte[] {i.byteValue()}))
        .then(near.close())
        .subscribe(done -> {}, sent::add, () -> sent.add("sent"));
    advance(Duration.ofHours(1));

    assertThat(all()).containsExactly(0, 1);
    assertThat(ends).isEmpty();
    assertThat(sent).containsExactly("sent");
  }

  @Test
  void two_runs_with_one_seed_are_alike() {
    dialHearingWith(LinkFault.recut(new Random(5), 9)).send(Mono.just(new byte[1_000])).subscribe();
    advance(Duration.ZERO);
    List<Integer> first = heard.stream().map(chunk -> chunk.length).toList();

    heard.clear();
    dialHearingWith(LinkFault.recut(new Random(5), 9), port(1))
        .send(Mono.just(new byte[1_000]))
        .subscribe();
    advance(Duration.ZERO);
    assertThat(heard.stream().map(chunk -> chunk.length).toList()).isEqualTo(first);
  }

  private Link dialHearingWith(LinkFault fault) {
    return dialHearingWith(fault, PORT);
  }

  /** A link whose far end has the fault and is heard. */
  private Link dialHearingWith(LinkFault fault, Point port) {
    List<Link> near = new ArrayList<>();
    fault
        .on(sound)
        .listen(port)
        .flatMapMany(listener -> listener.accept())
        .subscribe(
            far ->
                far.receive()
                    .map(Chunk::toBytes)
                    .subscribe(heard::add, ends::add, () -> ends.add("end")));
    advance(Duration.ZERO);
    sound.dial(port).subscribe(near::add);
    advance(Duration.ZERO);
    return near.get(0);
  }

  private void advance(Duration by) {
    time.advanceTimeBy(by);
  }

  private byte[] all() {
    var bytes = new ByteArrayOutputStream();
    heard.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  private static Point port(int offset) {
    return new Point(HERE, 10_000 + offset);
  }

  private static void isReset(Object end) {
    assertThat(end).isInstanceOf(LinkException.class);
    assertThat(((LinkException) end).kind()).isEqualTo(LinkException.Kind.RESET);
  }
}
