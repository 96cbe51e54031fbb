/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.core.connection.TwoPeers.message;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.connection.DisconnectReason.ConnectionLost;
import org.reactorp2p.core.connection.DisconnectReason.Consequence;
import org.reactorp2p.core.connection.DisconnectReason.PeerClosed;
import org.reactorp2p.core.connection.DisconnectReason.Truncated;
import org.reactorp2p.core.connection.Relay.Cut;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.HandshakeException;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.RawMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whole sessions over real sockets, with somebody in the middle who cuts them. */
@Timeout(120)
class CutSessionIT {

  private static final List<RawMessage> MESSAGES = List.of(message(0x10, 3), message(0x11, 40));
  private static final int LAST_FRAME = FrameCodec.OVERHEAD + 6 + 40;

  private final TcpPeers peers = new TcpPeers();

  @AfterEach
  void close() {
    peers.close();
  }

  @Test
  void F_06_a_session_in_segments_of_one_byte_is_the_same_session() throws Exception {
    assertThat(play(Relay.byteByByte()).delivered).containsExactlyElementsOf(MESSAGES);
  }

  @Test
  void F_09_a_fin_at_any_byte_of_a_session_is_one_reason_and_no_partial_message() throws Exception {
    int session = play(Relay.byteByByte()).relayed;
    for (int offset = 0; offset <= session; offset++) {
      Played played = play(Relay.cutAfter(offset, Cut.FIN));
      assertThat(played.delivered)
          .as("FIN after byte %d of %d", offset, session)
          .isEqualTo(MESSAGES.subList(0, whole(offset, session)));
      assertThat(played.end).as("FIN after byte %d of %d", offset, session).satisfies(this::fin);
    }
  }

  @Test
  void F_09_a_reset_at_any_byte_of_a_session_is_one_reason_and_no_partial_message()
      throws Exception {
    int session = play(Relay.byteByByte()).relayed;
    for (int offset = 0; offset < session; offset++) {
      Played played = play(Relay.cutAfter(offset, Cut.RST));
      int count = played.delivered.size();
      assertThat(count)
          .as("RST after byte %d of %d", offset, session)
          .isLessThanOrEqualTo(whole(offset, session));
      assertThat(played.delivered).isEqualTo(MESSAGES.subList(0, count));
      assertThat(played.end).as("RST after byte %d of %d", offset, session).satisfies(this::reset);
    }
  }

  /** How many messages are whole when so many of the session's bytes came. */
  private static int whole(int offset, int session) {
    if (offset == session) {
      return 2;
    }
    return offset >= session - LAST_FRAME ? 1 : 0;
  }

  private void fin(Object end) {
    if (end instanceof HandshakeException failed) {
      assertThat(failed.fault()).isInstanceOf(Fault.Lost.class);
    } else {
      assertThat(end).isIn(new PeerClosed(), new Truncated("frame"));
    }
  }

  private void reset(Object end) {
    if (end instanceof HandshakeException failed) {
      assertThat(failed.fault()).isInstanceOf(Fault.Lost.class);
      assertThat(failed.fault().remedy()).isEqualTo(Remedy.RETRY);
    } else {
      assertThat(end).isInstanceOf(ConnectionLost.class);
      assertThat(((DisconnectReason) end).consequence()).isEqualTo(Consequence.NONE);
    }
  }

  /**
   * What became of a session.
   *
   * @param end a {@link DisconnectReason} or a {@link HandshakeException}
   */
  private record Played(int relayed, List<RawMessage> delivered, Object end) {}

  private Played play(Relay.Manner manner) throws Exception {
    Listener door = peers.listen();
    try (Relay relay = Relay.to(door.local(), manner)) {
      Queue<RawMessage> delivered = new ConcurrentLinkedQueue<>();
      CountDownLatch ends = new CountDownLatch(1);
      Mono<Object> end =
          TcpPeers.accept(door)
              .flatMap(peers::answer)
              .flatMap(
                  far -> {
                    var connection = peers.open(far);
                    connection.receive().subscribe(delivered::add, lost -> {});
                    return connection.onClose();
                  })
              .cast(Object.class)
              .onErrorResume(HandshakeException.class, Mono::just)
              .doFinally(signal -> ends.countDown())
              .cache();
      end.subscribe();
      peers.dial(relay.local()).subscribe(this::say, failed -> {});
      assertThat(ends.await(TcpPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return new Played(relay.passed(), List.copyOf(delivered), end.block());
    } finally {
      door.close().block(TcpPeers.PATIENCE);
    }
  }

  /** The dialler's part: says it all, and closes. */
  private void say(Authenticated near) {
    var connection = peers.open(near);
    connection
        .send(Flux.fromIterable(MESSAGES))
        .then(
            Mono.defer(
                () ->
                    connection.drainAndDisconnect(
                        new DisconnectReason.Requested("said it all"), TcpPeers.PATIENCE)))
        .subscribe(nothing -> {}, lost -> {});
  }
}
