/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Settled;
import org.reactorp2p.core.transport.tcp.TcpConfig.Engine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** What a plain socket can do to a link, with each engine. */
@EnabledOnOs(OS.LINUX)
class HostilePeerIT {

  private static final int READ_SIZE = 4096;

  private static final Map<Engine, TcpTransport> TRANSPORTS = new EnumMap<>(Engine.class);

  private static Listener listen(Engine engine) {
    TcpTransport transport =
        TRANSPORTS.computeIfAbsent(
            engine, e -> TcpTransport.create(TcpConfig.defaults().withEngine(e)));
    return transport.listen(new Point(InetAddress.getLoopbackAddress(), 0)).block(Ear.PATIENCE);
  }

  @AfterAll
  static void end() {
    TRANSPORTS.values().forEach(transport -> transport.disposeLater().block(Ear.PATIENCE));
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void F_10_urgent_data_has_no_effect(Engine engine) throws Exception {
    try (RawPeer peer = RawPeer.at(listen(engine))) {
      Ear ear = Ear.on(peer.link());
      peer.socket().getOutputStream().write(new byte[] {1, 2});
      peer.socket().sendUrgentData(99);
      peer.socket().getOutputStream().write(new byte[] {3});
      peer.socket().shutdownOutput();

      assertThat(ear.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
      assertThat(ear.heard()).containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void N_04_a_half_close_and_then_a_reset_close_the_link(Engine engine) throws Exception {
    Listener listener = listen(engine);
    for (int i = 0; i < 100; i++) {
      try (RawPeer peer = RawPeer.at(listener)) {
        Ear ear = Ear.on(peer.link());
        peer.socket().shutdownOutput();
        assertThat(ear.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
        peer.reset();
        peer.link().close().block(Duration.ofSeconds(1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EPOLL")
  void N_04_epoll_notices_the_reset_though_nobody_reads_or_closes(Engine engine) throws Exception {
    Listener listener = listen(engine);
    for (int i = 0; i < 100; i++) {
      try (RawPeer peer = RawPeer.at(listener)) {
        Ear ear = Ear.on(peer.link());
        peer.socket().shutdownOutput();
        assertThat(ear.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
        peer.reset();
        peer.link().onClose().block(Duration.ofSeconds(1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EPOLL")
  void N_03_epoll_notices_a_reset_behind_unread_bytes(Engine engine) throws Exception {
    Listener listener = listen(engine);
    for (int i = 0; i < 50; i++) {
      try (RawPeer peer = RawPeer.at(listener)) {
        peer.socket().getOutputStream().write(new byte[100_000]);
        peer.reset();
        peer.link().onClose().block(Duration.ofSeconds(1));
        assertThat(Ear.on(peer.link()).awaitFailure()).isInstanceOf(LinkException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void Q_01_their_end_does_not_make_us_read_what_nobody_asked_for(Engine engine) throws Exception {
    var random = new Random(3);
    var sent = new byte[60_000];
    random.nextBytes(sent);
    var nibbling =
        TcpTransport.create(TcpConfig.defaults().withEngine(engine).withReadSize(READ_SIZE));
    var listener = nibbling.listen(new Point(InetAddress.getLoopbackAddress(), 0)).block();
    try (RawPeer peer = RawPeer.at(listener)) {
      Ear ear = Ear.on(peer.link(), 1);
      peer.socket().getOutputStream().write(sent);
      peer.socket().shutdownOutput();
      long unread = Settled.value(() -> peer.unreadInState(RawPeer.CLOSE_WAIT));

      assertThat(ear.chunks()).isEqualTo(1);
      // The machine counts their FIN as one byte more.
      long left = sent.length - ear.heard().length;
      assertThat(unread).isBetween(left, left + 1);

      ear.request(2);
      Settled.value(() -> ear.chunks() < 3 ? 0 : ear.chunks());
      assertThat(ear.chunks()).isEqualTo(3);
      ear.request(Long.MAX_VALUE);
      assertThat(ear.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
      assertThat(ear.heard()).isEqualTo(sent);
    }
    nibbling.disposeLater().block(Ear.PATIENCE);
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void whoever_has_said_his_last_word_can_still_be_told_much(Engine engine) throws Exception {
    int size = 12_000_000;
    try (RawPeer peer = RawPeer.at(listen(engine))) {
      Ear ear = Ear.on(peer.link());
      peer.socket().shutdownOutput();
      assertThat(ear.awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);

      var sent = peer.link().send(Flux.range(0, 12).map(i -> new byte[size / 12])).toFuture();
      assertThat(peer.socket().getInputStream().readNBytes(size)).hasSize(size);
      sent.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void a_peer_that_reads_nothing_and_stays_is_cut_when_closing_takes_too_long(Engine engine)
      throws Exception {
    var hasty =
        TcpTransport.create(
            TcpConfig.defaults().withEngine(engine).withCloseTimeout(Duration.ofMillis(200)));
    var listener = hasty.listen(new Point(InetAddress.getLoopbackAddress(), 0)).block();
    try (RawPeer peer = RawPeer.at(listener)) {
      var sent = peer.link().send(Flux.generate(sink -> sink.next(new byte[100_000]))).toFuture();
      peer.link().close().block(Ear.PATIENCE);
      assertThatThrownBy(() -> sent.get(1, TimeUnit.SECONDS))
          .hasCauseInstanceOf(LinkException.class);
    }
    hasty.disposeLater().block(Ear.PATIENCE);
  }

  @Test
  void the_end_of_a_transport_closes_its_links_and_stops_its_threads() throws Exception {
    for (Engine engine : new Engine[] {Engine.EPOLL, Engine.NIO}) {
      var transport = TcpTransport.create(TcpConfig.defaults().withEngine(engine));
      var listener = transport.listen(new Point(InetAddress.getLoopbackAddress(), 0)).block();
      RawPeer peer = RawPeer.at(listener);
      Ear ear = Ear.on(peer.link());
      var accepted = listener.accept().collectList().toFuture();

      transport.disposeLater().block(Ear.PATIENCE);

      assertThat(transport.isDisposed()).isTrue();
      assertThat(ear.awaitFailure()).isInstanceOf(LinkException.class);
      assertThat(accepted.get(1, TimeUnit.SECONDS)).isEmpty();
      peer.link().onClose().block(Ear.PATIENCE);
      assertThatThrownBy(() -> peer.link().send(Mono.just(new byte[1])).block(Ear.PATIENCE))
          .isInstanceOf(LinkException.class);
      listener.close().block(Ear.PATIENCE);
      assertThatThrownBy(() -> transport.dial(listener.local()).block(Ear.PATIENCE))
          .isInstanceOf(LinkException.class);
      peer.close();
    }
  }
}
