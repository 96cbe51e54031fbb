/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.model.Point;
import reactor.core.publisher.BaseSubscriber;

/** How every transport carries datagrams that carries any. */
public interface DatagramContract {

  int LONGEST = 29;

  /** The transport under test. */
  Transport transport();

  /** An address that reaches all, with port 0. */
  Point everybody();

  /** The address of this machine, with port 0. */
  Point here();

  /** Hears as many as it asks for. */
  final class Listening extends BaseSubscriber<Datagram> {
    private final LinkedBlockingQueue<Datagram> heard = new LinkedBlockingQueue<>();
    private final AtomicLong count = new AtomicLong();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // Asks when the test says so.
    }

    @Override
    protected void hookOnNext(Datagram value) {
      count.incrementAndGet();
      heard.add(value);
    }

    Datagram next() throws InterruptedException {
      return heard.poll(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    long count() {
      return count.get();
    }

    static Listening to(DatagramPort port, long demand) {
      var listening = new Listening();
      port.receive().subscribe(listening);
      listening.request(demand);
      return listening;
    }
  }

  private DatagramPort open(int port) {
    return transport().datagrams(Point.parse("0.0.0.0:" + port), LONGEST).block(Ear.PATIENCE);
  }

  private static Datagram to(Point address, int port, byte... bytes) {
    return new Datagram(new Point(address.address(), port), bytes);
  }

  @Test
  default void a_datagram_arrives_whole_and_says_where_it_comes_from() throws Exception {
    DatagramPort near = open(0);
    DatagramPort far = open(0);
    Listening listening = Listening.to(far, 10);
    byte[] bytes = {1, 2, 3};
    near.send(to(here(), far.local().port(), bytes)).block(Ear.PATIENCE);
    Datagram heard = listening.next();
    assertThat(heard.bytes()).isEqualTo(bytes);
    assertThat(heard.peer()).isEqualTo(new Point(here().address(), near.local().port()));
    near.close().block(Ear.PATIENCE);
    far.close().block(Ear.PATIENCE);
  }

  @Test
  default void what_is_sent_to_all_reaches_all_who_share_the_port() throws Exception {
    DatagramPort one = open(0);
    DatagramPort other = open(one.local().port());
    List<Listening> all = List.of(Listening.to(one, 10), Listening.to(other, 10));
    one.send(to(everybody(), one.local().port(), (byte) 7)).block(Ear.PATIENCE);
    for (Listening listening : all) {
      assertThat(listening.next().bytes()).containsExactly(7);
    }
    one.close().block(Ear.PATIENCE);
    other.close().block(Ear.PATIENCE);
  }

  @Test
  default void what_is_too_long_is_cut() throws Exception {
    DatagramPort port = open(0);
    Listening listening = Listening.to(port, 10);
    port.send(to(here(), port.local().port(), new byte[1_000])).block(Ear.PATIENCE);
    assertThat(listening.next().bytes()).hasSize(LONGEST);
    port.close().block(Ear.PATIENCE);
  }

  @Test
  default void no_more_are_taken_than_are_asked_for() throws Exception {
    DatagramPort port = open(0);
    Listening listening = Listening.to(port, 2);
    for (int i = 0; i < 50; i++) {
      port.send(to(here(), port.local().port(), (byte) i)).block(Ear.PATIENCE);
    }
    assertThat(Settled.value(listening::count)).isEqualTo(2);
    port.close().block(Ear.PATIENCE);
  }

  @Test
  default void one_hears_at_a_time_until_the_port_is_closed() {
    DatagramPort port = open(0);
    var first = port.receive().then().toFuture();
    Throwable second = catchThrowable(() -> port.receive().blockLast(Ear.PATIENCE));
    assertThat(second).isInstanceOf(IllegalStateException.class);
    port.close().block(Ear.PATIENCE);
    port.close().block(Ear.PATIENCE);
    assertThat(first).succeedsWithin(Ear.PATIENCE);
    Throwable late = catchThrowable(() -> port.send(to(here(), 9, (byte) 1)).block(Ear.PATIENCE));
    assertThat(late).isInstanceOf(LinkException.class);
  }
}
