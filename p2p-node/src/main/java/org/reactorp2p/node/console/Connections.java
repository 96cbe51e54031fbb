/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.Locale;
import java.util.Optional;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.P2pNetwork;

/** Connections as people name them, and as they are shown to people. */
final class Connections {

  private Connections() {}

  /**
   * The one with this peer id, or at this point.
   *
   * @throws IllegalArgumentException with a sentence, if there is none
   */
  static PeerConnection<RawMessage> named(P2pNetwork<RawMessage, ?, ?> network, String name) {
    Optional<PeerConnection<RawMessage>> found =
        name.startsWith("id")
            ? network.connection(PeerId.parse(name))
            : network.connection(Point.parse(name));
    return found.orElseThrow(
        () -> new IllegalArgumentException(name + " is not connected: connections shows who is"));
  }

  static Entry entry(PeerConnection<RawMessage> connection) {
    PeerInfo info = connection.info();
    ConnectionStat stat = connection.stat();
    return Entry.of("connection")
        .with("peer", info.peerId().toString())
        .with("direction", info.direction().name().toLowerCase(Locale.ROOT))
        .with("remote", info.remote().toString())
        .with("reachable-at", info.idPoint().toString())
        .with("private", info.metadata().privateNode())
        .with("bytes-received", stat.bytesReceived())
        .with("bytes-sent", stat.bytesSent())
        .with("messages-lost", stat.dropped());
  }
}
