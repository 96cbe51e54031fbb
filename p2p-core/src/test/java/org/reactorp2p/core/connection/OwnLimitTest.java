/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.core.connection.PeerConnectionTest.collect;
import static org.reactorp2p.core.connection.PeerConnectionTest.reason;
import static org.reactorp2p.core.connection.TwoPeers.message;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason.AssemblyTimedOut;
import org.reactorp2p.core.connection.DisconnectReason.Requested;
import org.reactorp2p.core.connection.DisconnectReason.WriteStalled;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;

/** Who waits for a limit of our own is not blamed for it, and who does not is. */
class OwnLimitTest {

  /** A frame of the largest size takes more than four minutes, four times the stall window. */
  private static final ByteRate SLOW = ByteRate.of(256);

  private static final int FRAME = 60_000;
  private static final ConnectionConfig PATIENT =
      ConnectionConfig.DEFAULT.withStallWindow(Duration.ofDays(1));

  private final TwoPeers peers = new TwoPeers();
  private final PeerConnection<RawMessage> ours = peers.open(peers.dialler);

  @BeforeEach
  void limit() {
    peers.upload.rate(SLOW);
    peers.download.rate(SLOW);
  }

  @AfterEach
  void close() {
    peers.close();
  }

  private PeerConnection<RawMessage> theirs() {
    return peers.open(peers.listener, PATIENT, WireLimits.DEFAULT);
  }

  @Test
  void a_batch_that_waits_for_our_own_limit_is_no_stalled_write() {
    List<RawMessage> received = collect(theirs());
    for (int i = 0; i < 5; i++) {
      ours.tryEmitNext(message(0x10, FRAME));
    }
    peers.pass(Duration.ofMinutes(12));
    assertThat(received).hasSizeBetween(2, 4);
    peers.pass(Duration.ofMinutes(12));

    assertThat(reason(ours)).isNull();
    assertThat(received).hasSize(5);
    assertThat(peers.dialler.link().heldBack().sending()).isGreaterThan(Duration.ofMinutes(12));
  }

  @Test
  void Q_05_a_peer_that_never_reads_is_a_stall_under_a_limit_too() {
    for (int i = 0; i < 10; i++) {
      ours.tryEmitNext(message(0x10, FRAME));
    }
    // One fits into the buffers in between, and the next one waits for four minutes at home.
    peers.pass(Duration.ofMinutes(5));
    assertThat(reason(ours)).isNull();
    peers.pass(Duration.ofMinutes(2));
    assertThat(reason(ours)).isEqualTo(new WriteStalled());
  }

  @Test
  void a_message_that_comes_slowly_for_our_own_limit_is_waited_for() {
    List<RawMessage> received = collect(ours);
    theirs().tryEmitNext(message(0x10, 10 * FRAME));
    peers.pass(Duration.ofMinutes(30));
    assertThat(reason(ours)).isNull();
    assertThat(received).isEmpty();
    peers.pass(Duration.ofMinutes(15));

    assertThat(received).hasSize(1);
    assertThat(peers.dialler.link().heldBack().receiving()).isGreaterThan(Duration.ofMinutes(30));
  }

  @Test
  void F_07_a_message_that_stops_half_way_is_a_stall_under_a_limit_too() {
    peers.run();
    peers.listener.link().send(Flux.just(new byte[] {0x7f, 1, 2})).subscribe();
    peers.pass(Duration.ofSeconds(76));
    assertThat(reason(ours)).isEqualTo(new AssemblyTimedOut());
  }

  @Test
  void S_08_a_connection_that_ends_while_it_waits_leaves_the_limit_to_others() {
    collect(theirs());
    for (int i = 0; i < 10; i++) {
      ours.tryEmitNext(message(0x10, FRAME));
    }
    peers.run();
    assertThat(peers.upload.stat().waiting()).isOne();
    ours.disconnect(new Requested("a test")).subscribe();
    peers.pass(Duration.ofSeconds(10));

    assertThat(reason(ours)).isEqualTo(new Requested("a test"));
    assertThat(peers.upload.stat().waiting()).isZero();
    assertThat(peers.download.stat().waiting()).isZero();
  }
}
