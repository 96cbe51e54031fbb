/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;

/**
 * What happened, for people and dashboards; no part of the house acts on it. Every attempt to have
 * a connection begins with {@link IncomingArrived} or {@link OutgoingAttempted} and ends with
 * exactly one of {@link IncomingTurnedAway}, {@link DialFailed}, {@link AttemptWithdrawn}, {@link
 * AuthenticationFailed}, {@link PeerRejected}, {@link RejectedByPeer} and {@link Connected}; every
 * {@link Connected} is followed by exactly one {@link Disconnected}.
 */
public sealed interface P2pEvent {

  /** We take connections at this point, the port as it was really taken. */
  record ListeningStarted(Point at) implements P2pEvent {}

  /** Somebody opened a link to us; from an ephemeral port, and nothing is known of them yet. */
  record IncomingArrived(Point from) implements P2pEvent {}

  /** That link was closed before a byte was sent. */
  record IncomingTurnedAway(Point from, TurnedAway why) implements P2pEvent {}

  /** Why a link was closed before a byte was sent. */
  enum TurnedAway {
    /** Too many strangers were waiting, in all or from that address. */
    CROWDED,
    /** The address came too often lately, or everybody did. */
    TOO_OFTEN,
    /** The address is banned. */
    BANNED,
    /** The address is on the greylist. */
    GREYLISTED
  }

  /** We are about to dial. */
  record OutgoingAttempted(Point to) implements P2pEvent {}

  /** Accepting links failed there; it is tried again some seconds later, for ever. */
  record AcceptingFailed(Point at, LinkException.Kind kind) implements P2pEvent {}

  /** No link came about. */
  record DialFailed(Point to, LinkException.Kind kind) implements P2pEvent {}

  /** We gave the attempt up ourselves: cancelled, stopping, or another one took its place. */
  record AttemptWithdrawn(Direction direction, Point remote) implements P2pEvent {}

  /**
   * A link came about, and no connection.
   *
   * @param remote the other end of the link
   */
  record AuthenticationFailed(Direction direction, Point remote, Fault fault) implements P2pEvent {}

  /**
   * We refused a peer that proved who it is, and told it why.
   *
   * @param peerId empty only when the handshake could not say
   * @param motive what it was told
   * @param why our own reason; empty if we have no version in common, which the motive says
   */
  record PeerRejected(
      Direction direction,
      Point remote,
      Optional<PeerId> peerId,
      NackMotive motive,
      Optional<Refusal> why)
      implements P2pEvent {}

  /**
   * A peer refused us.
   *
   * @param points others it proposes: claims, at most 100
   */
  record RejectedByPeer(
      Direction direction,
      Point remote,
      Optional<PeerId> peerId,
      NackMotive motive,
      List<Point> points)
      implements P2pEvent {
    public RejectedByPeer {
      points = List.copyOf(points);
    }
  }

  /** A peer proved who it is, and we are about to tell it that we want it. */
  record PeerAccepted(Direction direction, Point remote, PeerId peerId) implements P2pEvent {}

  /** A connection runs. */
  record Connected(PeerInfo info) implements P2pEvent {}

  /**
   * A peer sent control messages of one kind: all that came while the last event of this kind was
   * on its way, so that a flood of them is none of events.
   */
  record ControlReceived(PeerId peerId, MessageKind kind, long count) implements P2pEvent {}

  /** We sent a peer a control message; it is on its way. */
  record ControlSent(PeerId peerId, MessageKind kind) implements P2pEvent {}

  /**
   * Control messages of a peer asked for something that we did not do: all that came of this kind,
   * and were not followed for this reason, while the last such event was on its way.
   */
  record ControlIgnored(PeerId peerId, MessageKind kind, Disregard why, long count)
      implements P2pEvent {}

  /**
   * A swap came about: we are connected with whom the partner offered, and gave up another peer.
   */
  record SwapSucceeded(PeerId partner, PeerId gained) implements P2pEvent {}

  /** A swap came to nothing, because we could not connect with whom the partner offered. */
  record SwapFailed(PeerId partner, Point offered, AttemptEnd end) implements P2pEvent {}

  /**
   * A beacon called on the local network, from a point that was not known.
   *
   * @param claimed who it says it is, which nobody has checked
   */
  record PeerDiscovered(Point point, PeerId claimed) implements P2pEvent {}

  /** The beacon cannot open its port; it is tried again half a minute later, for ever. */
  record DiscoveryTroubled(Point at, LinkException.Kind kind) implements P2pEvent {}

  /** Messages were lost on our side of a connection that still runs. */
  record MessagesDropped(PeerId peerId, long count) implements P2pEvent {}

  /** A connection ended, for this one reason. */
  record Disconnected(PeerInfo info, DisconnectReason reason, ConnectionStat stat)
      implements P2pEvent {}

  /** Somebody banned somebody. */
  record Banned(Ban ban) implements P2pEvent {}

  /** Somebody lifted a ban, or took somebody off the greylist. */
  record Unbanned(Subject subject) implements P2pEvent {}

  /** Somebody trusts somebody from now on. */
  record Trusted(Trustee trustee) implements P2pEvent {}

  /** Somebody trusts somebody no more. */
  record Untrusted(Trustee trustee) implements P2pEvent {}

  /** Somebody is on the greylist, by itself or because it was asked for, or stays there longer. */
  record Greylisted(Greylisting entry) implements P2pEvent {}

  /** Somebody emptied the greylist, which had so many entries. */
  record GreylistCleared(int entries) implements P2pEvent {}

  /** A point is known that was not. */
  record PointLearned(Point point) implements P2pEvent {}

  /** Points had to go, for others or because they are of no use. */
  record PointsForgotten(int count) implements P2pEvent {}

  /** A peer is known that was not: it proved who it is. */
  record PeerLearned(PeerId peerId) implements P2pEvent {}

  /** Peers had to go for others. */
  record PeersForgotten(int count) implements P2pEvent {}

  /**
   * A round of maintenance begins, with so many connections.
   *
   * @param occasion why
   */
  record MaintenanceStarted(Occasion occasion, int connections) implements P2pEvent {}

  /** Why a round of maintenance begins. */
  enum Occasion {
    /** The network has just started. */
    START,
    /** It is time again. */
    INTERVAL,
    /** A connection ended, and there are too few. */
    TOO_FEW,
    /** A connection came about, and there are too many. */
    TOO_MANY,
    /** Nothing is urgent, and the number could be better. */
    OFF_TARGET,
    /** The application asked for it. */
    REQUESTED
  }

  /** Maintenance finds fewer connections than the lower threshold. */
  record TooFewConnections(int connections, int threshold) implements P2pEvent {}

  /** Maintenance finds more connections than the upper threshold. */
  record TooManyConnections(int connections, int threshold) implements P2pEvent {}

  /**
   * Maintenance is about to dial these, one after the other, until there are enough.
   *
   * @param wanted how many connections would be enough
   */
  record CandidatesChosen(int connections, int wanted, List<Point> candidates) implements P2pEvent {
    public CandidatesChosen {
      candidates = List.copyOf(candidates);
    }
  }

  /** Maintenance ends the connections with these, because there are more than enough. */
  record VictimsChosen(int connections, List<PeerId> victims) implements P2pEvent {
    public VictimsChosen {
      victims = List.copyOf(victims);
    }
  }

  /**
   * There are too few connections, and maintenance knows nobody else to dial for now.
   *
   * @param asked how many peers it asked for points
   * @param patience until when it tries again if it hears nothing new
   */
  record NewsAwaited(int connections, int asked, Duration patience) implements P2pEvent {}

  /** A round of maintenance is over. */
  record MaintenanceEnded(int connections) implements P2pEvent {}

  /**
   * A round of maintenance failed, by a fault of our own; the next one comes.
   *
   * @param error what it was
   */
  record MaintenanceFailed(String error) implements P2pEvent {}

  /**
   * The thread that decides was kept waiting, by whatever code was called on it.
   *
   * @param time how long it took to answer somebody who asked for the network's health
   */
  record DecisionsStalled(Duration time) implements P2pEvent {}

  /**
   * The peer book was found damaged, or could not be saved.
   *
   * @param sentence for the owner: which file, what is wrong, and what was done
   */
  record PeerBookTroubled(String sentence) implements P2pEvent {}

  /** This subscriber was too slow, and so many events before the next one never reach it. */
  record EventsLost(long count) implements P2pEvent {}
}
