/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.wire.Codec;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.UnencodableException;
import org.reactorp2p.core.wire.WireReader;
import org.reactorp2p.core.wire.WireWriter;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.store.DataDirectory;

class MetadataScenarioTest {

  /** What a node says of itself: what it does, and whether that is anybody's business. */
  private record Trade(int kind, boolean hidden) {}

  private static final class TradeCodec implements MetadataCodec<Trade> {
    @Override
    public int maxLength() {
      return 3;
    }

    @Override
    public void encode(Trade trade, WireWriter out) {
      out.u16(trade.kind()).bool(trade.hidden());
    }

    @Override
    public Trade decode(WireReader in) {
      return new Trade(in.u16(), in.bool());
    }

    @Override
    public boolean isPrivate(Trade trade) {
      return trade.hidden();
    }

    @Override
    public Trade keptPrivate(Trade trade) {
      return new Trade(trade.kind(), true);
    }
  }

  /** What we keep of a peer: how often it was of use. */
  private static final Codec<String> NOTES =
      new Codec<>() {
        @Override
        public void encode(String value, WireWriter out) {
          out.dynamicText(value);
        }

        @Override
        public String decode(WireReader in) {
          return in.dynamicText(10_000);
        }
      };

  private static final TradeCodec TRADES = new TradeCodec();

  private final Town town = new Town(7);
  @TempDir private Path directory;

  private <P, C> P2pNetwork<String, P, C> started(P2pNetworkBuilder<String, P, C> builder) {
    P2pNetwork<String, P, C> network = builder.build();
    town.await(network.start());
    return network;
  }

  private PeerConnection<String> connect(P2pNetwork<String, ?, ?> from, int house) {
    return town.await(from.connect(PeerAddress.of(Town.point(house))));
  }

  @Test
  void nodes_say_of_themselves_what_the_application_wants_them_to() {
    var baker = started(town.node(1).connectionMetadata(TRADES, new Trade(7, false)));
    var archive = started(town.node(2).connectionMetadata(TRADES, new Trade(9, true)));
    PeerConnection<String> there = connect(baker, 2);

    assertThat(baker.metadata().of(there)).isEqualTo(new Trade(9, true));
    assertThat(there.info().metadata().privateNode()).isTrue();
    assertThat(archive.metadata().of(archive.connections().get(0))).isEqualTo(new Trade(7, false));
    assertThat(archive.metadata().own()).isEqualTo(new Trade(9, true));
    assertThat(baker.stat().connections().privateNodes()).isEqualTo(1);
  }

  @Test
  void unless_it_chooses_they_say_what_octez_says() {
    var host = started(town.node(1));
    var guest = started(town.node(2).metadata(new ConnectionMetadata(true, false)));
    connect(guest, 1);

    ConnectionMetadata said = host.metadata().of(host.connections().get(0));
    assertThat(said).isEqualTo(new ConnectionMetadata(true, false));
    assertThat(host.metadata().own()).isEqualTo(ConnectionMetadata.DEFAULT);
  }

  @Test
  void in_private_mode_they_say_so_in_the_words_of_the_application() {
    var shy =
        started(
            town.node(1)
                .connectionMetadata(TRADES, new Trade(3, false))
                .access(access -> access.withVisitors(Visitors.TRUSTED_ONLY)));
    assertThat(shy.metadata().own()).isEqualTo(new Trade(3, true));
  }

  @Test
  void nodes_that_speak_otherwise_do_not_come_together() {
    started(town.node(1).connectionMetadata(TRADES, new Trade(7, false)));
    var stranger = started(town.node(2));
    assertThatThrownBy(() -> connect(stranger, 1))
        .hasMessageContaining("the peer sent malformed metadata");
  }

  @Test
  void a_handshake_in_other_words_than_the_networks_is_refused() {
    var builder = town.node(1).connectionMetadata(TRADES, new Trade(7, false));
    NetworkConfig plain = town.node(1).config();
    assertThatThrownBy(() -> builder.config(plain).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the handshake's metadata are in another codec than the network's");
  }

  @Test
  void something_is_kept_of_peers_that_are_known_and_of_no_others() {
    var host = started(town.node(1).peerMetadata(NOTES, "new"));
    var guest = started(town.node(2));
    PeerId stranger = town.identity().peerId();
    connect(guest, 1);

    assertThat(town.await(host.metadata().kept(guest.peerId()))).isEqualTo("new");
    assertThat(town.await(host.metadata().keep(guest.peerId(), "good"))).isTrue();
    assertThat(town.await(host.metadata().change(guest.peerId(), before -> before + " old")))
        .isEqualTo("good old");
    assertThat(town.await(host.metadata().kept(guest.peerId()))).isEqualTo("good old");
    assertThat(town.await(host.metadata().keep(stranger, "who?"))).isFalse();
    assertThat(town.await(host.metadata().kept(stranger))).isEqualTo("new");
  }

  @Test
  void what_is_too_long_to_keep_is_refused_and_leaves_what_was_kept() {
    var host = started(town.node(1).peerMetadata(NOTES, "new"));
    var guest = started(town.node(2));
    connect(guest, 1);
    town.await(host.metadata().keep(guest.peerId(), "good"));

    assertThatThrownBy(() -> town.await(host.metadata().keep(guest.peerId(), "x".repeat(5000))))
        .hasCauseInstanceOf(UnencodableException.class);
    assertThat(town.await(host.metadata().kept(guest.peerId()))).isEqualTo("good");
    assertThatThrownBy(() -> town.node(1).peerMetadata(NOTES, "x".repeat(5000)))
        .isInstanceOf(UnencodableException.class);
  }

  @Test
  void what_is_kept_is_so_after_a_restart_and_nothing_to_another_codec() throws Exception {
    Identity identity = town.identity();
    var guest = started(town.node(2));
    try (DataDirectory data = DataDirectory.open(directory)) {
      var node = town.node(1, identity).peerBook(data.peerBook());
      var before = started(node.peerMetadata(NOTES, "new"));
      connect(before, 2);
      town.await(before.metadata().keep(guest.peerId(), "good"));
      town.await(before.stop());

      var after = started(node.peerMetadata(NOTES, "new"));
      assertThat(town.await(after.metadata().kept(guest.peerId()))).isEqualTo("good");
      town.await(after.stop());

      var other = started(node.peerMetadata(TRADES, new Trade(1, false)));
      assertThat(town.await(other.metadata().kept(guest.peerId()))).isEqualTo(new Trade(1, false));
      town.await(other.stop());

      var without = started(node);
      assertThat(town.await(without.metadata().kept(guest.peerId()))).isEqualTo(NoMetadata.NONE);
      town.await(without.stop());
    }
  }
}
