/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;
import org.reactorp2p.core.transport.Pair;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * What {@code src/lib_p2p/tezt/test_p2p_fd.ml} of the original asserts of a descriptor, switched
 * off there. Its <i>closed by peer</i> is the end of our stream, its <i>locally closed</i> a
 * failure.
 */
@Tag("original")
@Timeout(60)
class OriginalFdIT {

  private static final Point ANY = new Point(InetAddress.getLoopbackAddress(), 0);

  private static TcpTransport transport;

  @BeforeAll
  static void start() {
    transport = TcpTransport.create(TcpConfig.defaults());
  }

  @AfterAll
  static void end() {
    transport.disposeLater().block(Ear.PATIENCE);
  }

  private static Pair pair() throws Exception {
    return Pair.over(transport, ANY);
  }

  @Test
  @DisplayName("tezt/test_p2p_fd.ml: connect")
  void connect() throws Exception {
    try (Pair pair = pair()) {
      assertThat(pair.near().remote()).isEqualTo(pair.listener().local());
      assertThat(pair.far().remote()).isEqualTo(pair.near().local());
    }
  }

  @Test
  @DisplayName("tezt/test_p2p_fd.ml: read/write")
  void read_write() throws Exception {
    try (Pair pair = pair()) {
      Ear far = Ear.on(pair.far());
      pair.near().send(Mono.just(new byte[] {1, 2, 3, 4})).block(Ear.PATIENCE);
      assertThat(far.await(4)).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  @DisplayName("tezt/test_p2p_fd.ml: read on a connection closed by the peer, dialling side")
  void read_after_the_peer_closed_dialling() throws Exception {
    try (Pair pair = pair()) {
      pair.far().close().subscribe();
      assertThat(Ear.on(pair.near()).awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
    }
  }

  @Test
  @DisplayName("tezt/test_p2p_fd.ml: read on a connection closed by the peer, accepting side")
  void read_after_the_peer_closed_accepting() throws Exception {
    try (Pair pair = pair()) {
      pair.near().close().subscribe();
      assertThat(Ear.on(pair.far()).awaitEnd()).isEqualTo(SignalType.ON_COMPLETE);
    }
  }

  @Test
  @DisplayName("tezt/test_p2p_fd.ml: read after closing locally, both sides")
  void read_after_closing_locally() throws Exception {
    try (Pair pair = pair()) {
      closeBoth(pair);
      assertClosed(Ear.on(pair.near()).awaitFailure());
      assertClosed(Ear.on(pair.far()).awaitFailure());
    }
  }

  @Test
  @DisplayName("tezt/test_p2p_fd.ml: write after closing locally, both sides")
  void write_after_closing_locally() throws Exception {
    try (Pair pair = pair()) {
      closeBoth(pair);
      for (Link link : new Link[] {pair.near(), pair.far()}) {
        assertClosed(catchThrowable(() -> link.send(Mono.just(new byte[4])).block(Ear.PATIENCE)));
      }
    }
  }

  private static void closeBoth(Pair pair) {
    Mono.when(pair.near().close(), pair.far().close()).block(Ear.PATIENCE);
  }

  private static void assertClosed(Throwable failure) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            LinkException.class, closed -> assertThat(closed.kind()).isEqualTo(Kind.CLOSED));
  }
}
