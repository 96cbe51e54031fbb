/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.score.PeerScore;
import org.reactorp2p.pool.score.Score;
import org.reactorp2p.pool.store.DataDirectory;

class ScoreScenarioTest {

  private final Town town = new Town(8);
  @TempDir private Path directory;

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  private PeerConnection<String> connect(P2pNetwork<String, ?, ?> from, int house) {
    return town.await(from.connect(PeerAddress.of(Town.point(house))));
  }

  private double seen(P2pNetwork<?, ?, ?> by, PeerId peer, String what) {
    return town.await(by.known().score(peer)).parts().stream()
        .filter(part -> part.what().equals(what))
        .mapToDouble(Score.Part::seen)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_a_connection_does_is_seen_while_it_runs_and_kept_when_it_ends() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    host.receiveAny().subscribe();
    PeerConnection<String> there = connect(guest, 1);
    town.await(there.send("x".repeat(500)));
    town.pass(Duration.ofHours(1));

    assertThat(seen(host, guest.peerId(), "useful-bytes")).isBetween(500.0, 520.0);
    assertThat(seen(host, guest.peerId(), "connected-seconds")).isBetween(3590.0, 3700.0);
    town.await(guest.disconnect(host.peerId(), "enough"));
    town.pass(Duration.ofHours(1));
    assertThat(seen(host, guest.peerId(), "useful-bytes")).isBetween(500.0, 520.0);
    assertThat(seen(host, guest.peerId(), "connected-seconds")).isBetween(3590.0, 3700.0);
    assertThat(town.await(host.known().score(guest.peerId())).value()).isGreaterThan(1);
  }

  @Test
  void refusals_count_until_the_peer_takes_us_again() {
    P2pNetwork<String, ?, ?> host =
        started(town.node(1).limits(ConnectionLimits.DEFAULT.withMaxConnections(1)));
    P2pNetwork<String, ?, ?> first = started(town.node(2));
    P2pNetwork<String, ?, ?> second = started(town.node(3));
    connect(first, 1);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> connect(second, 1)).hasMessageContaining("too many");
    }
    assertThat(seen(second, host.peerId(), "refusals")).isEqualTo(2);
    town.await(first.stop());
    connect(second, 1);
    assertThat(seen(second, host.peerId(), "refusals")).isZero();
  }

  @Test
  void who_is_not_known_is_neither_good_nor_bad() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    assertThat(town.await(host.known().score(town.identity().peerId())).value()).isEqualTo(1);
  }

  @Test
  void an_application_may_see_it_otherwise() {
    P2pNetwork<String, ?, ?> host =
        started(town.node(1).score(peer -> Score.of("refusals", peer.conduct().refusals(), 7)));
    Score score = town.await(host.known().score(town.identity().peerId()));
    assertThat(score).isEqualTo(Score.of("refusals", 0, 7));
    assertThat(PeerScore.EQUAL).isNotSameAs(PeerScore.OBSERVED);
  }

  @Test
  void what_was_seen_is_known_after_a_restart() throws Exception {
    Identity identity = town.identity();
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    try (DataDirectory data = DataDirectory.open(directory)) {
      var node = town.node(1, identity).peerBook(data.peerBook());
      P2pNetwork<String, ?, ?> before = started(node);
      connect(before, 2);
      town.pass(Duration.ofHours(2));
      town.await(before.stop());

      P2pNetwork<String, ?, ?> after = started(node);
      assertThat(seen(after, guest.peerId(), "connected-seconds")).isGreaterThan(7190);
      town.await(after.stop());
    }
  }
}
