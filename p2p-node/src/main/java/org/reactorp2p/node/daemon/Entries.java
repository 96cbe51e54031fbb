/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import java.util.Locale;
import java.util.Optional;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.node.journal.AccessEntries;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.event.P2pEvent;

/** What the journal says of each event. Pure. */
final class Entries {

  private Entries() {}

  static Entry of(P2pEvent event) {
    return aboutAttempts(event)
        .or(() -> aboutConnections(event))
        .or(() -> aboutControl(event))
        .or(() -> aboutMemory(event))
        .or(() -> aboutAccess(event))
        .or(() -> MaintenanceEntries.of(event))
        .orElseGet(() -> other(event));
  }

  private static Optional<Entry> aboutAttempts(P2pEvent event) {
    if (event instanceof P2pEvent.ListeningStarted e) {
      return Optional.of(Entry.of("listening").with("at", e.at().toString()));
    }
    if (event instanceof P2pEvent.IncomingArrived e) {
      return Optional.of(Entry.of("incoming").with("from", e.from().toString()));
    }
    if (event instanceof P2pEvent.IncomingTurnedAway e) {
      return Optional.of(
          Entry.of("turned-away").with("from", e.from().toString()).with("why", lower(e.why())));
    }
    if (event instanceof P2pEvent.OutgoingAttempted e) {
      return Optional.of(Entry.of("dialling").with("to", e.to().toString()));
    }
    if (event instanceof P2pEvent.DialFailed e) {
      return Optional.of(
          Entry.of("dial-failed").with("to", e.to().toString()).with("why", lower(e.kind())));
    }
    if (event instanceof P2pEvent.AcceptingFailed e) {
      return Optional.of(
          Entry.of("accepting-failed").with("at", e.at().toString()).with("why", lower(e.kind())));
    }
    if (event instanceof P2pEvent.AttemptWithdrawn e) {
      return Optional.of(attempt("withdrawn", e.direction(), e.remote()));
    }
    return Optional.empty();
  }

  private static Optional<Entry> aboutConnections(P2pEvent event) {
    if (event instanceof P2pEvent.AuthenticationFailed e) {
      return Optional.of(
          attempt("authentication-failed", e.direction(), e.remote())
              .with("why", e.fault().text())
              .with("blame", lower(e.fault().blame())));
    }
    if (event instanceof P2pEvent.PeerRejected e) {
      Entry rejected =
          known(attempt("rejected", e.direction(), e.remote()), e.peerId())
              .with("motive", e.motive().toString());
      return Optional.of(e.why().map(why -> rejected.with("why", why.text())).orElse(rejected));
    }
    if (event instanceof P2pEvent.RejectedByPeer e) {
      return Optional.of(
          known(attempt("rejected-by-peer", e.direction(), e.remote()), e.peerId())
              .with("motive", e.motive().toString())
              .with("points", e.points().stream().map(Point::toString).toList()));
    }
    if (event instanceof P2pEvent.PeerAccepted e) {
      return Optional.of(
          attempt("accepted", e.direction(), e.remote()).with("peer", e.peerId().toString()));
    }
    if (event instanceof P2pEvent.Connected e) {
      return Optional.of(connected(e.info()));
    }
    if (event instanceof P2pEvent.Disconnected e) {
      return Optional.of(
          withStat(peer("disconnected", e.info()).with("why", e.reason().text()), e.stat()));
    }
    return Optional.empty();
  }

  private static Optional<Entry> aboutControl(P2pEvent event) {
    if (event instanceof P2pEvent.ControlReceived e) {
      return Optional.of(
          control("control-received", e.peerId(), e.kind()).with("count", e.count()));
    }
    if (event instanceof P2pEvent.ControlSent e) {
      return Optional.of(control("control-sent", e.peerId(), e.kind()));
    }
    if (event instanceof P2pEvent.ControlIgnored e) {
      return Optional.of(
          control("control-ignored", e.peerId(), e.kind())
              .with("why", lower(e.why()))
              .with("count", e.count()));
    }
    if (event instanceof P2pEvent.SwapSucceeded e) {
      return Optional.of(
          Entry.of("swapped")
              .with("peer", e.gained().toString())
              .with("partner", e.partner().toString()));
    }
    if (event instanceof P2pEvent.PeerDiscovered e) {
      return Optional.of(
          Entry.of("discovered")
              .with("point", e.point().toString())
              .with("claimed", e.claimed().toString()));
    }
    if (event instanceof P2pEvent.DiscoveryTroubled e) {
      return Optional.of(
          Entry.of("discovery-troubled")
              .with("at", e.at().toString())
              .with("why", lower(e.kind())));
    }
    if (event instanceof P2pEvent.SwapFailed e) {
      return Optional.of(
          Entry.of("swap-failed")
              .with("offered", e.offered().toString())
              .with("partner", e.partner().toString())
              .with("why", lower(e.end().outcome())));
    }
    return Optional.empty();
  }

  private static Entry control(String event, PeerId peer, MessageKind kind) {
    return Entry.of(event).with("peer", peer.toString()).with("kind", lower(kind));
  }

  private static Optional<Entry> aboutMemory(P2pEvent event) {
    if (event instanceof P2pEvent.PointLearned e) {
      return Optional.of(Entry.of("point-learned").with("point", e.point().toString()));
    }
    if (event instanceof P2pEvent.PointsForgotten e) {
      return Optional.of(Entry.of("points-forgotten").with("count", e.count()));
    }
    if (event instanceof P2pEvent.PeerLearned e) {
      return Optional.of(Entry.of("peer-learned").with("peer", e.peerId().toString()));
    }
    if (event instanceof P2pEvent.PeersForgotten e) {
      return Optional.of(Entry.of("peers-forgotten").with("count", e.count()));
    }
    if (event instanceof P2pEvent.PeerBookTroubled e) {
      return Optional.of(Entry.of("peer-book-troubled").with("why", e.sentence()));
    }
    return Optional.empty();
  }

  private static Optional<Entry> aboutAccess(P2pEvent event) {
    if (event instanceof P2pEvent.Banned e) {
      return Optional.of(AccessEntries.banned(e.ban()));
    }
    if (event instanceof P2pEvent.Unbanned e) {
      return Optional.of(Entry.of("unbanned").with("subject", e.subject().toString()));
    }
    if (event instanceof P2pEvent.Trusted e) {
      return Optional.of(AccessEntries.trusted(e.trustee()));
    }
    if (event instanceof P2pEvent.Untrusted e) {
      return Optional.of(Entry.of("untrusted").with("subject", e.trustee().toString()));
    }
    if (event instanceof P2pEvent.Greylisted e) {
      return Optional.of(AccessEntries.greylisted(e.entry()));
    }
    if (event instanceof P2pEvent.GreylistCleared e) {
      return Optional.of(Entry.of("greylist-cleared").with("entries", e.entries()));
    }
    return Optional.empty();
  }

  private static Entry other(P2pEvent event) {
    if (event instanceof P2pEvent.MessagesDropped e) {
      return Entry.of("messages-dropped")
          .with("peer", e.peerId().toString())
          .with("count", e.count());
    }
    if (event instanceof P2pEvent.EventsLost e) {
      return Entry.of("events-lost").with("count", e.count());
    }
    return Entry.of(event.getClass().getSimpleName());
  }

  private static Entry attempt(String event, Direction direction, Point remote) {
    return Entry.of(event).with("direction", lower(direction)).with("remote", remote.toString());
  }

  private static Entry known(Entry entry, Optional<PeerId> peer) {
    return peer.map(id -> entry.with("peer", id.toString())).orElse(entry);
  }

  private static Entry peer(String event, PeerInfo info) {
    return Entry.of(event)
        .with("peer", info.peerId().toString())
        .with("direction", lower(info.direction()))
        .with("remote", info.remote().toString());
  }

  private static Entry connected(PeerInfo info) {
    return peer("connected", info)
        .with("reachable-at", info.idPoint().toString())
        .with("chain", info.negotiated().chainName().toString())
        .with("ddb-version", info.negotiated().distributedDbVersion())
        .with("p2p-version", info.negotiated().p2pVersion())
        .with("private", info.metadata().privateNode())
        .with("mempool", !MetadataCodec.OCTEZ.of(info.metadata()).disableMempool());
  }

  private static Entry withStat(Entry entry, ConnectionStat stat) {
    return entry
        .with("bytes-received", stat.bytesReceived())
        .with("bytes-sent", stat.bytesSent())
        .with("messages-received", stat.messagesReceived())
        .with("messages-sent", stat.messagesSent())
        .with("messages-lost", stat.dropped());
  }

  /** A message that went one way or the other: its tag, the length and the digest of its body. */
  static Entry message(String event, PeerInfo peer, RawMessage message, String sha256) {
    return Entry.of(event)
        .with("peer", peer.peerId().toString())
        .with("tag", String.format("0x%04x", message.tag()))
        .with("length", message.body().length)
        .with("sha256", sha256);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
