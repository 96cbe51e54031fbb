/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.ContactState.Phase;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.PeerView;
import org.reactorp2p.pool.peer.PointView;
import org.reactorp2p.pool.store.DataDirectory;
import org.reactorp2p.pool.store.PeerBookException;

/** Whom networks know, over memory on virtual time; the peer book on the disk. */
class AcquaintanceScenarioTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  @TempDir Path directory;
  private final Town town = new Town(21);

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  private List<Point> points(P2pNetwork<?, ?, ?> network) {
    return town.await(network.known().points().map(PointView::point).collectList());
  }

  private void turnedAway(P2pNetwork<String, ?, ?> guest) {
    assertThatThrownBy(() -> town.await(guest.connect(HOST)))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
  }

  /**
   * The original's "overcrowded": whoever is refused is told other points, and remembers them;
   * after that every guest knows every other.
   */
  @Test
  @Tag("original")
  @DisplayName("tezt/test_p2p_pool.ml: overcrowded")
  void overcrowded() {
    P2pNetwork<String, ?, ?> host =
        started(town.node(1).limits(ConnectionLimits.DEFAULT.withMaxConnections(1)));
    started(town.node(2).peer(HOST));
    List<P2pNetwork<String, ?, ?>> guests = new ArrayList<>();
    for (int house = 3; house < 11; house++) {
      guests.add(started(town.node(house)));
    }
    for (int attempt = 0; attempt < 2; attempt++) {
      guests.forEach(this::turnedAway);
    }
    for (int guest = 0; guest < guests.size(); guest++) {
      List<Point> others = new ArrayList<>();
      for (int house = 2; house < 11; house++) {
        if (house != guest + 3) {
          others.add(Town.point(house));
        }
      }
      assertThat(points(guests.get(guest)))
          .containsAll(others)
          .doesNotContain(Town.point(guest + 3));
    }
    assertThat(town.await(host.known().connectedPeers().collectList())).hasSize(1);
    assertThat(town.await(host.known().peers(Set.of(Phase.DISCONNECTED)).collectList())).hasSize(8);
  }

  @Test
  void P_08_special_ranges_are_neither_told_nor_believed_unless_that_is_allowed() {
    started(
        town.node(1)
            .memory(MemoryConfig.DEFAULT)
            .limits(ConnectionLimits.DEFAULT.withMaxConnections(1)));
    started(town.node(2).peer(HOST));
    P2pNetwork<String, ?, ?> guest = started(town.node(3));
    turnedAway(guest);
    assertThat(points(guest)).containsExactly(Town.point(1));
  }

  @Test
  void whom_a_network_knows_is_found_by_id_by_point_by_state_and_at_random() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    town.pass(Duration.ofSeconds(1));
    Acquaintances known = guest.known();
    PointView point = town.await(known.point(Town.point(1)));
    assertThat(point.state().phase()).isEqualTo(Phase.RUNNING);
    PeerView peer = town.await(known.peer(host.peerId()));
    assertThat(peer.known().reachableAt().orElseThrow().point()).contains(Town.point(1));
    assertThat(town.await(known.randomPeer(Set.of(Phase.RUNNING))).id()).isEqualTo(host.peerId());
    assertThat(town.await(known.randomPoint(EnumSet.allOf(Phase.class))).point())
        .isEqualTo(Town.point(1));
    assertThat(town.await(known.connectedPoints().collectList())).hasSize(1);
    assertThat(town.await(known.points(Set.of(Phase.REQUESTED)).collectList())).isEmpty();
    assertThat(known.peer(guest.peerId()).toFuture()).isNotNull();
  }

  @Test
  void what_the_application_suggests_is_a_claim_with_a_bounded_share() {
    P2pNetwork<String, ?, ?> network = started(town.node(1));
    List<Point> many = new ArrayList<>();
    for (int house = 2; house < 1000; house++) {
      many.add(Town.point(house));
    }
    town.await(network.known().suggest(many));
    assertThat(points(network)).isEqualTo(many.subList(0, MemoryConfig.DEFAULT_POINTS_PER_TELLER));
  }

  /** The original's "expected_peer_id". */
  @Test
  @Tag("original")
  @DisplayName("tezt/tests/p2p.ml: expected_peer_id")
  void expected_peer_id() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    Watch hosts = Watch.over(host);
    Watch guests = Watch.over(guest);
    town.await(guest.connect(HOST));
    town.pass(Duration.ofSeconds(1));
    town.await(guest.known().expect(Town.point(1), host.peerId()));
    town.pass(Duration.ofSeconds(1));
    assertThat(guest.connections()).hasSize(1);

    town.await(guest.known().expect(Town.point(1), town.identity().peerId()));
    town.pass(Duration.ofSeconds(1));
    assertThat(guest.connections()).isEmpty();
    assertThat(host.connections()).isEmpty();
    assertThat(guests.of(P2pEvent.Disconnected.class))
        .extracting(P2pEvent.Disconnected::reason)
        .containsExactly(new DisconnectReason.UnexpectedPeer());
    assertThat(hosts.of(P2pEvent.Disconnected.class)).hasSize(1);

    turnedAway(guest);
    assertThat(guests.of(P2pEvent.AuthenticationFailed.class))
        .extracting(P2pEvent.AuthenticationFailed::fault)
        .hasOnlyElementsOfType(Fault.WrongPeer.class);
    assertThatThrownBy(() -> town.await(host.connect(PeerAddress.of(Town.point(2)))))
        .hasRootCauseInstanceOf(AttemptFailedException.class);
    town.await(guest.known().expectAnybody(Town.point(1)));
    town.await(guest.connect(HOST));
  }

  @Test
  void what_was_known_trusted_and_banned_is_so_after_a_restart() throws Exception {
    Identity identity = town.identity();
    P2pNetwork<String, ?, ?> friend = started(town.node(2));
    try (DataDirectory data = DataDirectory.open(directory)) {
      P2pNetwork<String, ?, ?> before = started(town.node(1, identity).peerBook(data.peerBook()));
      town.await(before.connect(PeerAddress.of(Town.point(2), friend.peerId())));
      town.await(before.access().trust(Trustee.of(friend.peerId())));
      town.await(
          before
              .access()
              .ban(Subject.parse("192.0.2.0/24"), new BanTerms("loud", "me", Optional.empty())));
      town.await(before.stop());

      P2pNetwork<String, ?, ?> after = started(town.node(1, identity).peerBook(data.peerBook()));
      PointView point = town.await(after.known().point(Town.point(2)));
      assertThat(point.known().expected()).contains(friend.peerId());
      assertThat(point.known().contacts().disconnected()).isPresent();
      assertThat(point.history()).hasSizeGreaterThan(3);
      assertThat(town.await(after.known().peer(friend.peerId())).trusted()).isTrue();
      assertThat(town.await(after.access().snapshot()).bans()).hasSize(1);
      town.await(after.stop());
    }
  }

  @Test
  void what_the_configuration_trusts_is_not_written_down() throws Exception {
    try (DataDirectory data = DataDirectory.open(directory)) {
      P2pNetwork<String, ?, ?> before =
          started(town.node(1).peer(PeerAddress.of(Town.point(2))).peerBook(data.peerBook()));
      town.await(before.stop());
      assertThat(data.peerBook().read().content().access().trusted()).isEmpty();
      assertThat(data.peerBook().read().content().memory().points()).hasSize(1);
    }
  }

  @Test
  void the_book_is_saved_at_intervals() throws Exception {
    try (DataDirectory data = DataDirectory.open(directory)) {
      var keeping = new BookKeeping(data.peerBook(), Duration.ofMinutes(1));
      P2pNetwork<String, ?, ?> network = started(town.node(1).peerBook(keeping));
      town.await(network.access().trust(Trustee.of(town.identity().peerId())));
      assertThat(data.peerBook().read().content().access().trusted()).isEmpty();
      town.pass(Duration.ofMinutes(1));
      assertThat(data.peerBook().read().content().access().trusted()).hasSize(1);
      town.await(network.stop());
    }
  }

  @Test
  void T_04_a_book_that_cannot_be_saved_is_told_and_tried_again_and_the_network_runs_on()
      throws Exception {
    try (DataDirectory data = DataDirectory.open(directory)) {
      Path obstacle = Files.createDirectories(directory.resolve("peers.book.new/full"));
      var keeping = new BookKeeping(data.peerBook(), Duration.ofMinutes(1));
      P2pNetwork<String, ?, ?> network = started(town.node(1).peerBook(keeping));
      Watch watch = Watch.over(network);
      town.pass(Duration.ofMinutes(2));
      assertThat(watch.of(P2pEvent.PeerBookTroubled.class)).hasSize(2);
      Files.delete(obstacle);
      Files.delete(obstacle.getParent());
      town.pass(Duration.ofMinutes(1));
      assertThat(watch.of(P2pEvent.PeerBookTroubled.class)).hasSize(2);
      assertThat(directory.resolve("peers.book")).exists();
      town.await(network.stop());
    }
  }

  @Test
  void a_book_beyond_repair_fails_the_start_and_opens_no_port() throws Exception {
    try (DataDirectory data = DataDirectory.open(directory)) {
      Files.writeString(directory.resolve("peers.book"), "scribble");
      P2pNetwork<String, ?, ?> network = town.node(1).peerBook(data.peerBook()).build();
      assertThatThrownBy(() -> town.await(network.start()))
          .hasRootCauseInstanceOf(PeerBookException.class);
      started(town.node(1)); // the port is free
    }
  }
}
