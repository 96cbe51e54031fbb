/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException.Kind;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How every transport dials and listens. */
public interface DoorContract {

  /** The transport under test. */
  Transport transport();

  /** Where to listen, with port 0. */
  Point somewhere();

  private Listener listen() {
    return transport().listen(somewhere()).block(Ear.PATIENCE);
  }

  /** How it ended: the cut may come while the dial still goes on. */
  private Throwable dialAndBeCut(Point to) {
    return catchThrowable(
        () ->
            transport()
                .dial(to)
                .flatMapMany(link -> link.receive().doFinally(end -> link.abort()))
                .blockLast(Ear.PATIENCE));
  }

  @Test
  default void nobody_listens_so_the_dial_is_refused() {
    Listener listener = listen();
    listener.close().block(Ear.PATIENCE);

    Throwable failure =
        catchThrowable(() -> transport().dial(listener.local()).block(Ear.PATIENCE));
    TransportContract.assertKind(failure, Kind.REFUSED);
  }

  @Test
  default void a_taken_port_is_said_to_be_taken() {
    Listener listener = listen();
    Throwable failure =
        catchThrowable(() -> transport().listen(listener.local()).block(Ear.PATIENCE));

    TransportContract.assertKind(failure, Kind.PORT_TAKEN);
    assertThat(failure).hasMessageContaining(listener.local().toString());
    listener.close().block(Ear.PATIENCE);
  }

  @Test
  default void a_closed_port_can_be_opened_again() {
    Listener first = listen();
    first.close().block(Ear.PATIENCE);
    first.close().block(Ear.PATIENCE);
    Listener second = transport().listen(first.local()).block(Ear.PATIENCE);
    assertThat(second.local()).isEqualTo(first.local());
    second.close().block(Ear.PATIENCE);
  }

  @Test
  default void an_address_of_another_machine_cannot_be_listened_on() throws Exception {
    var foreign = new Point(InetAddress.getByName("192.0.2.1"), 0);
    Throwable failure = catchThrowable(() -> transport().listen(foreign).block(Ear.PATIENCE));

    TransportContract.assertKind(failure, Kind.NO_SUCH_ADDRESS);
    assertThat(failure).hasMessageContaining("192.0.2.1");
  }

  @Test
  default void a_link_that_nobody_takes_is_cut() throws Exception {
    Listener listener = listen();
    assertThat(dialAndBeCut(listener.local())).isInstanceOf(LinkException.class);
    listener.close().block(Ear.PATIENCE);
  }

  @Test
  default void a_link_beyond_the_demand_is_cut_and_the_next_is_welcome() throws Exception {
    Listener listener = listen();
    var first = new CompletableFuture<Link>();
    listener.accept().take(1).collectList().subscribe(one -> first.complete(one.get(0)));
    Link near = transport().dial(listener.local()).block(Ear.PATIENCE);
    Link far = first.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

    assertThat(dialAndBeCut(listener.local())).isInstanceOf(LinkException.class);

    var second = new CompletableFuture<Link>();
    listener.accept().subscribe(second::complete);
    Link next = transport().dial(listener.local()).block(Ear.PATIENCE);
    second.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS).abort();
    Flux.just(near, far, next).doOnNext(Link::abort).flatMap(Link::onClose).blockLast();
    listener.close().block(Ear.PATIENCE);
  }

  @Test
  default void one_subscriber_at_a_time_accepts() {
    Listener listener = listen();
    listener.accept().subscribe();
    assertThat(catchThrowable(() -> listener.accept().blockFirst(Ear.PATIENCE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one subscriber");
    listener.close().block(Ear.PATIENCE);
  }

  @Test
  default void closing_the_port_ends_the_stream_and_spares_the_links() throws Exception {
    try (Pair pair = Pair.over(transport(), somewhere())) {
      pair.listener().close().block(Ear.PATIENCE);
      assertThat(pair.listener().accept().collectList().block(Ear.PATIENCE)).isEmpty();

      Ear far = Ear.on(pair.far());
      pair.near().send(Mono.just(new byte[] {7})).block(Ear.PATIENCE);
      assertThat(far.await(1)).containsExactly(7);
    }
  }

  @Test
  default void X_03_a_dial_cancelled_at_any_moment_leaves_nothing_behind() throws Exception {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    Listener listener = listen();
    listener.accept().subscribe(Link::abort);
    for (int i = 0; i < 300; i++) {
      Disposable dial = transport().dial(listener.local()).subscribe(Link::abort);
      for (int turns = random.nextInt(2_000); turns > 0; turns--) {
        Thread.onSpinWait();
      }
      dial.dispose();
    }

    listener.close().block(Ear.PATIENCE);

    try (Pair pair = Pair.over(transport(), somewhere())) {
      assertThat(pair.near().remote()).as("seed %d", seed).isEqualTo(pair.listener().local());
    }
  }
}
