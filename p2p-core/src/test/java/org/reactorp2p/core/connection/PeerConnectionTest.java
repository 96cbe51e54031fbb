/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactorp2p.core.connection.TwoPeers.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.connection.DisconnectReason.Requested;
import org.reactorp2p.core.wire.EncodedMessage;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.UnencodableException;
import org.reactorp2p.core.wire.WireLimits;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks.EmitResult;
import reactor.test.StepVerifier;

class PeerConnectionTest {

  private final TwoPeers peers = new TwoPeers();

  @AfterEach
  void close() {
    peers.close();
  }

  @Test
  void simple_message_each_way() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    List<RawMessage> atA = collect(a);
    List<RawMessage> atB = collect(b);

    a.send(message(0x10, 16)).subscribe();
    b.send(message(0x11, 16)).subscribe();
    peers.run();

    assertThat(atA).containsExactly(message(0x11, 16));
    assertThat(atB).containsExactly(message(0x10, 16));
    assertThat(a.info().peerId()).isEqualTo(peers.dialler.info().peerId());
    assertThat(a.stat().messagesSent()).isEqualTo(1);
    assertThat(a.stat().bytesSent()).isEqualTo(2 + 16 + 6 + 16);
    assertThat(b.stat().bytesReceived()).isEqualTo(a.stat().bytesSent());
  }

  @Test
  void messages_are_counted_by_kind_with_their_bytes_on_both_sides() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    collect(b);
    b.control().subscribe();
    a.tryEmitNext(message(0x10, 10));
    a.tryEmitNext(message(0x11, 20_000)); // sealed where it lies
    a.send(message(0x12, 100_000)).subscribe(); // more than a frame
    a.tryEmitControl(new PeerMessage.Bootstrap<>());
    a.tryEmitControl(new PeerMessage.Bootstrap<>());
    peers.run();

    MessageCounts sent = a.stat().sent();
    assertThat(sent.messages(MessageKind.APPLICATION)).isEqualTo(3);
    assertThat(sent.bytes(MessageKind.APPLICATION)).isEqualTo(10 + 20_000 + 100_000 + 3 * 6);
    assertThat(sent.messages(MessageKind.BOOTSTRAP)).isEqualTo(2);
    assertThat(sent.bytes(MessageKind.BOOTSTRAP)).isEqualTo(2 * 6);
    assertThat(sent.messages()).isEqualTo(5);
    assertThat(b.stat().received()).isEqualTo(sent);
    assertThat(a.stat().plus(b.stat()).sent()).isEqualTo(sent);
    assertThat(a.stat().received()).isEqualTo(MessageCounts.NONE);
  }

  @Test
  void chunked_message_of_three_bytes_per_frame() {
    var a = peers.open(peers.dialler, ConnectionConfig.DEFAULT, limits(21));
    var b = peers.open(peers.listener);
    List<RawMessage> atB = collect(b);

    a.send(message(0x10, 256)).subscribe();
    peers.run();

    assertThat(atB).containsExactly(message(0x10, 256));
    assertThat(a.stat().bytesSent()).isEqualTo(262 + 18 * 88);
  }

  @Test
  void oversized_message_in_several_full_frames() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    List<RawMessage> atB = collect(b);

    a.send(message(0x10, 131_072)).subscribe();
    peers.run();

    assertThat(atB).containsExactly(message(0x10, 131_072));
  }

  @Test
  void M_12_random_messages_in_random_frames_arrive_in_order_and_to_the_byte() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      try (TwoPeers pair = new TwoPeers()) {
        int frame = random.nextInt(19, 65_536);
        var a = pair.open(pair.dialler, ConnectionConfig.DEFAULT, limits(frame));
        var b = pair.open(pair.listener);
        List<RawMessage> atB = collect(b);
        List<RawMessage> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          byte[] body = new byte[random.nextInt(1 << random.nextInt(frame < 64 ? 10 : 18))];
          random.nextBytes(body);
          sent.add(new RawMessage(random.nextInt(0x10, 0x10000), body));
        }
        a.send(Flux.fromIterable(sent)).subscribe();
        pair.run();
        assertThat(atB).as("seed %d frame %d", seed, frame).isEqualTo(sent);
      }
    }
  }

  @Test
  void a_message_encoded_once_goes_to_many_and_is_never_written_to() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    List<RawMessage> atB = collect(b);
    EncodedMessage once =
        TwoPeers.codec(WireLimits.DEFAULT)
            .encode(new PeerMessage.Application<>(message(0x20, 100_000)));
    byte[] before = once.toBytes();

    assertThat(a.tryEmitEncoded(once)).isEqualTo(EmitResult.OK);
    assertThat(a.tryEmitEncoded(once)).isEqualTo(EmitResult.OK);
    peers.run();

    assertThat(atB).containsExactly(message(0x20, 100_000), message(0x20, 100_000));
    assertThat(once.toBytes()).isEqualTo(before);
  }

  @Test
  void control_messages_have_a_stream_of_their_own() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    List<PeerMessage<RawMessage>> control = new ArrayList<>();
    b.control().subscribe(control::add);

    a.tryEmitControl(new PeerMessage.Bootstrap<>());
    peers.run();

    assertThat(control).containsExactly(new PeerMessage.Bootstrap<>());
  }

  @Test
  void control_messages_nobody_takes_are_dropped_and_hold_up_no_application_message() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    List<RawMessage> atB = collect(b);
    for (int i = 0; i < 1_000; i++) {
      a.tryEmitControl(new PeerMessage.Bootstrap<>());
      peers.run();
    }
    a.tryEmitNext(message(0x10, 1));
    peers.run();

    assertThat(atB).containsExactly(message(0x10, 1));
    assertThat(b.stat().dropped()).isEqualTo(1_000 - 128);
  }

  @Test
  void Q_01_no_demand_stops_the_sender_and_demand_lets_everything_through() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    AtomicInteger taken = new AtomicInteger();
    AtomicBoolean sent = new AtomicBoolean();
    int messages = 1_024; // of 64 KiB each; the gibibyte is for real sockets
    Flux<RawMessage> source =
        Flux.range(0, messages)
            .map(
                i -> {
                  taken.incrementAndGet();
                  return message(0x10 + i % 100, 65_511);
                });
    a.send(source).subscribe(nothing -> {}, e -> {}, () -> sent.set(true));
    peers.run();

    long bound = 2 * ConnectionConfig.DEFAULT.memoryPerConnection(65_517) + 2 * 64 * 1024;
    assertThat(taken.get() * 65_517L).isLessThanOrEqualTo(bound);
    assertThat(sent).isFalse();

    AtomicInteger received = new AtomicInteger();
    b.receive()
        .doOnNext(m -> assertThat(m.tag()).isEqualTo(0x10 + received.getAndIncrement() % 100))
        .subscribe();
    peers.run();
    assertThat(received).hasValue(messages);
    assertThat(sent).isTrue();
  }

  @Test
  void Q_05_a_peer_that_never_reads_ends_the_connection_after_the_stall_window() {
    var a = peers.open(peers.dialler);
    for (int i = 0; i < 10; i++) {
      a.tryEmitNext(message(0x10, 100_000));
    }
    peers.pass(Duration.ofSeconds(59));
    assertThat(reason(a)).isNull();
    peers.pass(Duration.ofSeconds(20));
    assertThat(reason(a)).isEqualTo(new DisconnectReason.WriteStalled());
  }

  @Test
  void a_full_outbox_says_overflow_and_counts_the_drop() {
    var a = peers.open(peers.dialler, config(1_000, 10), WireLimits.DEFAULT);
    EmitResult last = EmitResult.OK;
    int accepted = 0;
    while (last == EmitResult.OK) {
      last = a.tryEmitNext(message(0x10, 10_000));
      accepted++;
    }
    assertThat(last).isEqualTo(EmitResult.FAIL_OVERFLOW);
    assertThat(accepted).as("what the pipe and the outbox hold").isLessThan(20);
    assertThat(a.stat().dropped()).isEqualTo(1);
  }

  @Test
  void sends_that_wait_go_in_order_and_can_be_withdrawn() {
    var a = peers.open(peers.dialler, config(1_000, 2), WireLimits.DEFAULT);
    var b = peers.open(peers.listener, config(1_000, 2), WireLimits.DEFAULT);
    List<Integer> done = new ArrayList<>();
    List<reactor.core.Disposable> sends = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int number = i;
      sends.add(
          a.send(message(0x10 + i, 60_000))
              .subscribe(nothing -> {}, e -> {}, () -> done.add(number)));
    }
    sends.get(5).dispose();
    List<RawMessage> atB = collect(b);
    peers.run();

    assertThat(done).containsExactly(0, 1, 2, 3, 4, 6, 7, 8, 9);
    assertThat(atB)
        .extracting(RawMessage::tag)
        .containsExactly(0x10, 0x11, 0x12, 0x13, 0x14, 0x16, 0x17, 0x18, 0x19);
  }

  @Test
  void M_11_an_encoder_over_the_cap_is_the_callers_error_and_harms_nothing() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    List<RawMessage> atB = collect(b);
    RawMessage tooLarge = message(0x10, TwoPeers.LARGEST_BODY + 1);

    assertThatThrownBy(() -> a.tryEmitNext(tooLarge)).isInstanceOf(UnencodableException.class);
    StepVerifier.create(a.send(tooLarge)).verifyError(UnencodableException.class);
    StepVerifier.create(a.send(Flux.just(tooLarge))).verifyError(UnencodableException.class);
    a.tryEmitNext(message(0x10, 1));
    peers.run();

    assertThat(atB).containsExactly(message(0x10, 1));
    assertThat(reason(a)).isNull();
  }

  @Test
  void close_on_read_the_peer_sees_the_end_in_good_order() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    AtomicReference<Object> end = new AtomicReference<>();
    b.receive().subscribe(m -> {}, end::set, () -> end.set("complete"));
    a.disconnect(new Requested("done"));
    peers.pass(Duration.ofSeconds(5));

    assertThat(reason(a)).isEqualTo(new Requested("done"));
    assertThat(reason(b)).isEqualTo(new DisconnectReason.PeerClosed());
    assertThat(end).hasValue("complete");
  }

  @Test
  void close_on_write_every_way_of_sending_says_that_it_is_over() {
    var a = peers.open(peers.dialler);
    a.disconnect(new Requested("done"));
    peers.pass(Duration.ofSeconds(5));

    assertThat(a.tryEmitNext(message(0x10, 1))).isEqualTo(EmitResult.FAIL_TERMINATED);
    StepVerifier.create(a.send(message(0x10, 1))).verifyError(DisconnectedException.class);
    StepVerifier.create(a.send(Flux.just(message(0x10, 1))))
        .verifyErrorSatisfies(
            e -> assertThat(((DisconnectedException) e).reason()).isEqualTo(new Requested("done")));
    StepVerifier.create(a.receive()).verifyComplete();
  }

  @Test
  void a_stream_that_says_nothing_is_let_go_when_the_connection_ends() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    AtomicBoolean left = new AtomicBoolean();
    List<Throwable> failures = new ArrayList<>();
    Flux<RawMessage> silent = Flux.<RawMessage>never().doOnCancel(() -> left.set(true));
    a.send(silent).subscribe(nothing -> {}, failures::add);
    peers.run();

    b.disconnect(new Requested("enough"));
    peers.pass(Duration.ofSeconds(5));

    assertThat(left).isTrue();
    assertThat(failures).singleElement().isInstanceOf(DisconnectedException.class);
  }

  @Test
  void the_first_reason_is_the_only_one() {
    var a = peers.open(peers.dialler);
    List<DisconnectReason> told = new ArrayList<>();
    a.onClose().subscribe(told::add);
    a.disconnect(new Requested("first"));
    a.disconnect(new Requested("second"));
    peers.pass(Duration.ofSeconds(5));
    a.disconnect(new Requested("third"));
    a.onClose().subscribe(told::add);
    peers.run();
    assertThat(told).containsExactly(new Requested("first"), new Requested("first"));
  }

  @Test
  void Q_11_draining_sends_what_is_queued_and_takes_no_more() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    List<RawMessage> atB = collect(b);
    for (int i = 0; i < 100; i++) {
      a.tryEmitNext(message(0x10, 5_000));
    }
    a.drainAndDisconnect(new Requested("bye"), Duration.ofSeconds(10));
    peers.run();
    assertThat(a.tryEmitNext(message(0x10, 1))).isEqualTo(EmitResult.FAIL_TERMINATED);
    peers.pass(Duration.ofSeconds(5));

    assertThat(atB).hasSize(100);
    assertThat(reason(a)).isEqualTo(new Requested("bye"));
    assertThat(a.stat().dropped()).isZero();
  }

  @Test
  void Q_11_draining_to_a_peer_that_does_not_read_ends_at_the_limit_with_the_count() {
    var a = peers.open(peers.dialler);
    for (int i = 0; i < 100; i++) {
      a.tryEmitNext(message(0x10, 50_000));
    }
    int queued = a.stat().outboxQueued();
    a.drainAndDisconnect(new Requested("bye"), Duration.ofSeconds(10));
    peers.pass(Duration.ofSeconds(11));

    assertThat(reason(a)).isInstanceOf(DisconnectReason.DrainTimedOut.class);
    int dropped = ((DisconnectReason.DrainTimedOut) reason(a)).dropped();
    assertThat(dropped).isBetween(queued - 4, queued);
  }

  @Test
  void Q_12_a_subscriber_that_throws_ends_its_connection_and_no_other() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    b.receive()
        .subscribe(
            new CoreSubscriber<>() {
              @Override
              public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(RawMessage message) {
                throw new IllegalStateException("application bug");
              }

              @Override
              public void onError(Throwable error) {}

              @Override
              public void onComplete() {}
            });
    a.tryEmitNext(message(0x10, 1));
    peers.pass(Duration.ofSeconds(5));
    assertThat(reason(b)).isEqualTo(new DisconnectReason.SubscriberFailed("IllegalStateException"));
  }

  @Test
  void Q_12_what_an_operator_throws_reaches_its_subscriber_once() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    List<Throwable> errors = new ArrayList<>();
    b.receive()
        .map(
            m -> {
              throw new IllegalStateException("application bug");
            })
        .subscribe(m -> {}, errors::add);
    a.tryEmitNext(message(0x10, 1));
    a.tryEmitNext(message(0x10, 1));
    peers.run();
    assertThat(errors).hasSize(1);
    assertThat(b.stat().dropped()).as("what came after the failure").isEqualTo(1);
  }

  @Test
  void Q_04_cancelling_lets_the_connection_live_and_counts_what_comes() {
    var a = peers.open(peers.dialler);
    var b = peers.open(peers.listener);
    b.receive().subscribe().dispose();
    a.tryEmitNext(message(0x10, 1));
    peers.run();
    assertThat(b.stat().dropped()).isEqualTo(1);
    assertThat(reason(b)).isNull();
    StepVerifier.create(b.receive()).verifyError(IllegalStateException.class);
  }

  static WireLimits limits(int frameSize) {
    return WireLimits.DEFAULT.withFrameSize(frameSize);
  }

  static ConnectionConfig config(long bytes, int messages) {
    MailboxLimits small = new MailboxLimits(bytes, messages);
    return ConnectionConfig.DEFAULT.withInbox(small).withOutbox(small);
  }

  static List<RawMessage> collect(PeerConnection<RawMessage> connection) {
    List<RawMessage> received = new ArrayList<>();
    connection.receive().subscribe(received::add, e -> {});
    return received;
  }

  static DisconnectReason reason(PeerConnection<?> connection) {
    AtomicReference<DisconnectReason> reason = new AtomicReference<>();
    connection.onClose().subscribe(reason::set);
    return reason.get();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
