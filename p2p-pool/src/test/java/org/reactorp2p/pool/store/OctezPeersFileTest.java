/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.peer.Conduct;
import org.reactorp2p.pool.peer.ContactKind;
import org.reactorp2p.pool.peer.HistoryEntry;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.Remembered;
import org.reactorp2p.pool.peer.Source;

class OctezPeersFileTest {

  private static final PeerId BOB = PeerId.parse("idtmyrRaSJoGEDSNDzavFMF2igZMjG");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant THEN = Instant.parse("2023-01-16T13:23:08.499Z");

  /** In the form of the protocol notes, section 3.10. */
  private static final String FILE =
      """
      [ { "peer_id": "idtmyrRaSJoGEDSNDzavFMF2igZMjG",
          "created": "2023-01-16T13:23:08.499-00:00", "trusted": true,
          "peer_metadata": { "valid_blocks": "17", "unknown": { "deep": [ 1 ] } },
          "events":
            [ { "kind": "incoming_request", "timestamp": "2023-01-16T13:23:08.499-00:00",
                "addr": "::ffff:192.0.2.7", "port": 9732 },
              { "kind": "connection_established", "timestamp": 1673875388,
                "addr": "2001:db8::1" },
              { "kind": "disconnection", "timestamp": "2023-01-16T14:23:08.499+01:00",
                "addr": "::ffff:c000:207" } ],
          "last_established_connection":
            [ { "addr": "::ffff:192.0.2.7", "port": 9732 }, "2023-01-16T13:23:08.499-00:00" ],
          "later_field": null },
        { "peer_id": "idrAta9tLVKFCVMECJb62aQXbEBYBo", "created": 0, "peer_metadata": {} } ]
      """;

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void nameTheFile() {
    path = directory.resolve("peers.json");
  }

  @Test
  void a_file_of_octez_is_read() throws Exception {
    Files.writeString(path, FILE);
    List<OctezPeer> peers = OctezPeersFile.at(path).read();
    assertThat(peers).hasSize(2);
    OctezPeer bob = peers.get(0);
    KnownPeer known = bob.peer().known();
    assertThat(known.id()).isEqualTo(BOB);
    assertThat(known.created()).isEqualTo(THEN);
    assertThat(bob.trusted()).isTrue();
    IdPoint home = IdPointText.parse("192.0.2.7:9732");
    assertThat(known.contacts().established()).contains(new Meeting<>(home, THEN));
    assertThat(bob.peer().history())
        .extracting(HistoryEntry::kind)
        .containsExactly(ContactKind.ACCEPTING, ContactKind.ESTABLISHED, ContactKind.DISCONNECTED);
    assertThat(bob.peer().history().get(1).at()).isEqualTo(Instant.ofEpochSecond(1673875388));
    assertThat(bob.peer().history().get(2).at()).isEqualTo(THEN);
    assertThat(bob.peer().history().get(2).with()).contains(IdPointText.parse("192.0.2.7"));
    assertThat(peers.get(1).trusted()).isFalse();
  }

  @Test
  void what_is_written_is_read_again_metadata_as_they_came_and_else_all_zero() throws Exception {
    Files.writeString(path, FILE);
    List<OctezPeer> peers = OctezPeersFile.at(path).read();
    Path copy = directory.resolve("copy.json");
    OctezPeersFile.at(copy).write(peers);
    assertThat(OctezPeersFile.at(copy).read()).isEqualTo(peers);
    JsonNode json = new ObjectMapper().readTree(copy.toFile());
    assertThat(json.get(0).get("created").asText()).isEqualTo("2023-01-16T13:23:08.499-00:00");
    assertThat(json.get(0).get("events").get(0).get("addr").asText()).isEqualTo("::ffff:192.0.2.7");
    assertThat(json.get(0).get("peer_metadata").get("valid_blocks").asText()).isEqualTo("17");

    List<OctezPeer> ours = PeerExchange.toOctez(new RandomBook(1).content(5));
    OctezPeersFile.at(copy).write(ours.stream().map(OctezPeersFileTest::bare).toList());
    JsonNode metadata = new ObjectMapper().readTree(copy.toFile()).get(0).get("peer_metadata");
    assertThat(metadata.get("requests").get("scheduled")).hasSize(11);
    assertThat(metadata.get("responses").get("received").get("other").asText()).isEqualTo("0");
    assertThat(metadata.get("prevalidator_results")).hasSize(10);
  }

  private static OctezPeer bare(OctezPeer peer) {
    KnownPeer known = peer.peer().known();
    return new OctezPeer(
        new Remembered<>(
            new KnownPeer(
                known.id(),
                known.created(),
                known.contacts(),
                Conduct.NONE,
                Optional.empty(),
                Optional.empty()),
            peer.peer().history()),
        peer.trusted());
  }

  @Test
  void an_import_makes_peers_known_and_their_points_claims_and_keeps_what_there_was()
      throws Exception {
    Files.writeString(path, FILE);
    List<OctezPeer> peers = OctezPeersFile.at(path).read();
    PeerBookContent before = new RandomBook(1).content(3);
    PeerBookContent after = PeerExchange.add(before, peers, NOON);
    assertThat(after.memory().peers()).containsAll(before.memory().peers()).hasSize(5);
    assertThat(after.memory().points()).containsAll(before.memory().points()).hasSize(4);
    var point = after.memory().points().get(3).known();
    assertThat(point.point()).isEqualTo(Point.parse("192.0.2.7:9732"));
    assertThat(point.source()).isEqualTo(Source.imported());
    assertThat(after.access().trusted()).contains(Trustee.of(BOB));
    assertThat(after.access().bans()).isEqualTo(before.access().bans());
    assertThat(PeerExchange.add(after, peers, NOON)).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[",
        "[1]",
        "[] []",
        "[{}]",
        "[{\"peer_id\":\"idtmyrRaSJoGEDSNDzavFMF2igZMjG\"}]",
        "[{\"peer_id\":\"idtmyrRaSJoGEDSNDzavFMF2igZMjG\",\"created\":\"NaN\"}]",
        "[{\"peer_id\":\"idtmyrRaSJoGEDSNDzavFMF2igZMjG\",\"created\":9223372036854775807}]",
        "[{\"peer_id\":\"nobody\",\"created\":0}]",
        "[{\"peer_id\":\"idtmyrRaSJoGEDSNDzavFMF2igZMjG\",\"created\":0,"
            + "\"last_disconnection\":[{\"addr\":\"example.org\"},0]}]",
        "[{\"peer_id\":\"idtmyrRaSJoGEDSNDzavFMF2igZMjG\",\"peer_id\":\"x\",\"created\":0}]",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void T_05_what_is_no_list_of_peers_is_one_sentence(String text) throws Exception {
    Files.writeString(path, text);
    assertThatThrownBy(() -> OctezPeersFile.at(path).read())
        .isInstanceOf(PeerBookException.class)
        .hasMessageContaining(path.toString());
  }
}
