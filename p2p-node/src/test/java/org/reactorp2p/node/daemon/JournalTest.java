/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.MessageCounts;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.OwnMetadata;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.node.journal.Journal;
import org.reactorp2p.node.journal.JournalFormat;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.event.AttemptEnd;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Refusal;

class JournalTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Point POINT = Point.parse("127.0.0.1:9732");
  private static final PublicKey ALICE =
      PublicKey.ofHex("8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f");
  private static final String ALICE_ID = "idrAta9tLVKFCVMECJb62aQXbEBYBo";

  private static PeerInfo alice(String chain) {
    NetworkVersion version = new NetworkVersion(ChainName.of(chain), 2, 1);
    return new PeerInfo(
        ALICE,
        Direction.INBOUND,
        POINT,
        new IdPoint(POINT.address(), OptionalInt.of(4000)),
        version,
        version,
        new OwnMetadata<>(MetadataCodec.OCTEZ, new ConnectionMetadata(true, false)).asHeard());
  }

  private static String text(P2pEvent event) {
    return JournalFormat.TEXT.line(NOW, Entries.of(event));
  }

  @Test
  void a_connection_is_one_line_of_text() {
    assertThat(text(new P2pEvent.Connected(alice("TEZOS"))))
        .isEqualTo(
            "03:04:05.678 connected peer="
                + ALICE_ID
                + " direction=inbound remote=127.0.0.1:9732 reachable-at=127.0.0.1:4000"
                + " chain=TEZOS ddb-version=2 p2p-version=1 private=false mempool=false");
  }

  @Test
  void every_other_event_is_one_line_too() {
    assertThat(text(new P2pEvent.ListeningStarted(POINT))).endsWith("listening at=127.0.0.1:9732");
    assertThat(text(new P2pEvent.IncomingArrived(POINT))).endsWith("incoming from=127.0.0.1:9732");
    assertThat(text(new P2pEvent.IncomingTurnedAway(POINT, P2pEvent.TurnedAway.CROWDED)))
        .endsWith("turned-away from=127.0.0.1:9732 why=crowded");
    assertThat(text(new P2pEvent.OutgoingAttempted(POINT))).endsWith("dialling to=127.0.0.1:9732");
    assertThat(text(new P2pEvent.DialFailed(POINT, LinkException.Kind.TIMED_OUT)))
        .endsWith("dial-failed to=127.0.0.1:9732 why=timed-out");
    assertThat(text(new P2pEvent.AttemptWithdrawn(Direction.OUTBOUND, POINT)))
        .endsWith("withdrawn direction=outbound remote=127.0.0.1:9732");
    assertThat(
            text(
                new P2pEvent.AuthenticationFailed(
                    Direction.OUTBOUND, POINT, new Fault.Myself(ALICE.peerId()))))
        .endsWith("why=\"connected to ourselves\" blame=nobody");
    assertThat(
            text(
                new P2pEvent.PeerRejected(
                    Direction.INBOUND,
                    POINT,
                    Optional.of(ALICE.peerId()),
                    NackMotive.ALREADY_CONNECTED,
                    Optional.of(Refusal.ALREADY_CONNECTED))))
        .endsWith(
            "peer=" + ALICE_ID + " motive=\"already connected\" why=\"we are connected already\"");
    assertThat(
            text(
                new P2pEvent.RejectedByPeer(
                    Direction.OUTBOUND,
                    POINT,
                    Optional.empty(),
                    NackMotive.TOO_MANY_CONNECTIONS,
                    List.of(POINT, POINT))))
        .endsWith("motive=\"too many connections\" points=\"[127.0.0.1:9732, 127.0.0.1:9732]\"");
    assertThat(
            text(new P2pEvent.Banned(BanTerms.forever("rude").on(Subject.of(ALICE.peerId()), NOW))))
        .endsWith("banned subject=" + ALICE_ID + " by=operator why=rude");
    assertThat(text(new P2pEvent.Unbanned(Subject.of(POINT.address()))))
        .endsWith("unbanned subject=127.0.0.1");
    assertThat(text(new P2pEvent.Trusted(Trustee.of(POINT))))
        .endsWith("trusted subject=127.0.0.1:9732");
    assertThat(text(new P2pEvent.Untrusted(Trustee.of(POINT))))
        .endsWith("untrusted subject=127.0.0.1:9732");
    assertThat(
            text(
                new P2pEvent.Greylisted(
                    new Greylisting(
                        Subject.of(POINT.address()), Optional.of(Offence.WEAK_KEY), NOW, NOW))))
        .endsWith("greylisted subject=127.0.0.1 why=weak-key until=2026-01-02T03:04:05.678Z");
    assertThat(text(new P2pEvent.GreylistCleared(2))).endsWith("greylist-cleared entries=2");
    assertThat(text(new P2pEvent.MessagesDropped(ALICE.peerId(), 3))).endsWith("count=3");
    assertThat(text(new P2pEvent.ControlReceived(ALICE.peerId(), MessageKind.SWAP_REQUEST, 2)))
        .endsWith("control-received peer=" + ALICE_ID + " kind=swap-request count=2");
    assertThat(text(new P2pEvent.ControlSent(ALICE.peerId(), MessageKind.BOOTSTRAP)))
        .endsWith("control-sent peer=" + ALICE_ID + " kind=bootstrap");
    assertThat(
            text(
                new P2pEvent.ControlIgnored(
                    ALICE.peerId(), MessageKind.SWAP_ACK, Disregard.NOT_ASKED, 2)))
        .endsWith("control-ignored peer=" + ALICE_ID + " kind=swap-ack why=not-asked count=2");
    assertThat(text(new P2pEvent.PeerDiscovered(POINT, ALICE.peerId())))
        .endsWith("discovered point=127.0.0.1:9732 claimed=" + ALICE_ID);
    assertThat(text(new P2pEvent.DiscoveryTroubled(POINT, LinkException.Kind.PORT_TAKEN)))
        .endsWith("discovery-troubled at=127.0.0.1:9732 why=port-taken");
    assertThat(text(new P2pEvent.SwapSucceeded(ALICE.peerId(), ALICE.peerId())))
        .endsWith("swapped peer=" + ALICE_ID + " partner=" + ALICE_ID);
    assertThat(text(new P2pEvent.SwapFailed(ALICE.peerId(), POINT, AttemptEnd.WITHDRAWN)))
        .endsWith("swap-failed offered=127.0.0.1:9732 partner=" + ALICE_ID + " why=withdrawn");
    assertThat(text(new P2pEvent.AcceptingFailed(POINT, LinkException.Kind.EXHAUSTED)))
        .endsWith("accepting-failed at=127.0.0.1:9732 why=exhausted");
    assertThat(text(new P2pEvent.PeerAccepted(Direction.INBOUND, POINT, ALICE.peerId())))
        .endsWith("accepted direction=inbound remote=127.0.0.1:9732 peer=" + ALICE_ID);
    assertThat(text(new P2pEvent.EventsLost(5))).endsWith("events-lost count=5");
    assertThat(
            text(
                new P2pEvent.Disconnected(
                    alice("TEZOS"), new DisconnectReason.PeerClosed(), stat())))
        .contains("disconnected peer=" + ALICE_ID)
        .endsWith(
            "bytes-received=1 bytes-sent=2 messages-received=3 messages-sent=4 messages-lost=5");
  }

  @Test
  void json_is_one_object_per_line_with_lists_as_lists() throws Exception {
    StringWriter out = new StringWriter();
    Journal journal = new Journal(new PrintWriter(out), JournalFormat.JSON, () -> NOW);

    journal.write(Entries.of(new P2pEvent.Connected(alice("TEZOS \u00e9\n\"{"))));
    journal.write(
        Entries.of(
            new P2pEvent.RejectedByPeer(
                Direction.OUTBOUND,
                POINT,
                Optional.empty(),
                NackMotive.NO_MOTIVE,
                List.of(POINT))));

    assertThat(out.toString()).hasLineCount(2);
    assertThat(out.toString().chars()).allMatch(c -> c < 0x7f);
    List<String> lines = out.toString().lines().toList();
    JsonNode connected = new ObjectMapper().readTree(lines.get(0));
    assertThat(connected.get("time").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(connected.get("event").asText()).isEqualTo("connected");
    assertThat(connected.get("peer").asText()).isEqualTo(ALICE_ID);
    assertThat(connected.get("ddb_version").asInt()).isEqualTo(2);
    JsonNode rejected = new ObjectMapper().readTree(lines.get(1));
    assertThat(rejected.get("points").get(0).asText()).isEqualTo("127.0.0.1:9732");
  }

  @Test
  void what_a_peer_says_cannot_draw_on_the_terminal_or_forge_a_line() {
    String line = text(new P2pEvent.Connected(alice("x\n00:00:00.000 connected peer=\u001b[2J\"")));

    assertThat(line).hasLineCount(1);
    assertThat(line.chars()).allMatch(c -> c >= ' ' && c <= '~');
  }

  @Test
  void a_message_is_shown_by_tag_length_and_digest() {
    Entry entry =
        Entries.message("message", alice("TEZOS"), new RawMessage(0x20, new byte[5]), "ab12");

    assertThat(JournalFormat.TEXT.line(NOW, entry))
        .isEqualTo("03:04:05.678 message peer=" + ALICE_ID + " tag=0x0020 length=5 sha256=ab12");
  }

  private static ConnectionStat stat() {
    return new ConnectionStat(
        1,
        2,
        MessageCounts.of(MessageKind.APPLICATION, 3, 30),
        MessageCounts.of(MessageKind.BOOTSTRAP, 4, 24),
        0,
        0,
        0,
        5);
  }
}
