/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.HandshakeException;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.acl.Suspect;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.Passage;

/**
 * What is said of an attempt that failed: to whoever asked for it, and to whoever listens. Pure.
 *
 * @param setback for the one who asked
 * @param event for the listeners
 * @param offence what it says about whoever was at the other end
 * @param suspect who that was
 */
record Obituary(Setback setback, P2pEvent event, Offence offence, Suspect suspect) {

  /** No link came about. */
  static Obituary ofDial(Passage passage, Throwable failure) {
    return ofDial(
        passage, failure instanceof LinkException link ? link.kind() : LinkException.Kind.OTHER);
  }

  /** No link came about, for this reason. */
  static Obituary ofDial(Passage passage, LinkException.Kind kind) {
    return new Obituary(
        new Setback.Unreachable(kind),
        new P2pEvent.DialFailed(passage.remote(), kind),
        Offence.LOST_LINK,
        stranger(passage));
  }

  /** A link came about, and no connection. */
  static Obituary ofHandshake(Passage passage, Throwable failure) {
    if (failure instanceof HandshakeException handshake) {
      return of(
          passage,
          handshake.fault(),
          handshake.candidate().map(Obituary::proven).orElseGet(() -> stranger(passage)));
    }
    return of(passage, new Fault.Mishap(failure.getClass().getSimpleName()), stranger(passage));
  }

  /** For this reason. */
  static Obituary of(Passage passage, Fault fault, Suspect suspect) {
    return new Obituary(
        new Setback.Failed(fault),
        event(passage, fault, suspect.proven()),
        Offence.of(fault),
        suspect);
  }

  /** Who is at the other end, as far as the passage knows. */
  static Suspect stranger(Passage passage) {
    Point remote = passage.remote();
    Optional<Point> place =
        passage.direction() == Direction.OUTBOUND ? Optional.of(remote) : Optional.empty();
    return new Suspect(remote.address(), passage.peer(), place);
  }

  private static Suspect proven(Candidate candidate) {
    return new Suspect(
        candidate.remote().address(), Optional.of(candidate.peerId()), candidate.idPoint().point());
  }

  /** Points that the peer proposed instead of itself: nobody has checked them. */
  List<Point> claims() {
    return event instanceof P2pEvent.RejectedByPeer rejected ? rejected.points() : List.of();
  }

  private static P2pEvent event(Passage passage, Fault fault, Optional<PeerId> peer) {
    Direction direction = passage.direction();
    Point remote = passage.remote();
    if (fault instanceof Fault.Refused refused) {
      return new P2pEvent.PeerRejected(
          direction, remote, peer, refused.motive(), passage.refusal());
    }
    if (fault instanceof Fault.NoCommonProtocol stranger) {
      return new P2pEvent.PeerRejected(
          direction, remote, peer, stranger.motive(), Optional.empty());
    }
    if (fault instanceof Fault.RefusedByPeer nack) {
      return new P2pEvent.RejectedByPeer(direction, remote, peer, nack.motive(), nack.points());
    }
    return new P2pEvent.AuthenticationFailed(direction, remote, fault);
  }
}
