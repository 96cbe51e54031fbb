/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.net.InetAddress;
import java.util.Optional;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.event.Refusal;

/**
 * The one place that moves a passage, and in the same breath writes down what that says about its
 * point and its peer. So whatever way a passage ends, what goes on and what is remembered agree.
 * Confined to the decisions' thread.
 */
public final class Register {

  private final PassageTable passages;
  private final Memory memory;
  private final KnownPoints points;
  private final KnownPeers peers;

  /**
   * @param passages moved by nobody else
   * @param memory of the same passages
   */
  public Register(PassageTable passages, Memory memory) {
    this.passages = passages;
    this.memory = memory;
    this.points = memory.knownPoints();
    this.peers = memory.knownPeers();
  }

  /** Where every passage stands; to look at. */
  public PassageTable passages() {
    return passages;
  }

  /** What is remembered of points and peers. */
  public Memory memory() {
    return memory;
  }

  /** Somebody opened a link to us; nothing if we are closed. */
  public Optional<Passage> arrive(Point from) {
    return passages.inbound(from);
  }

  /**
   * We dial; nothing if somebody is there, or is being dialled, already. Where the caller does not
   * know who must answer, but we remember it, that is whom the passage expects.
   */
  public Optional<Passage> dial(PeerAddress to) {
    return dial(to, () -> points.name(to));
  }

  /**
   * As {@link #dial}, where somebody only claims that this peer is there. The claim holds for this
   * passage; what is remembered of the point is what is remembered of every claim.
   *
   * @param teller the address of whoever said so
   */
  public Optional<Passage> dialClaim(PeerAddress to, InetAddress teller) {
    return dial(to, () -> points.hear(to.point(), Source.heard(teller)));
  }

  private Optional<Passage> dial(PeerAddress to, Runnable remember) {
    Optional<PeerId> expected =
        to.expected().or(() -> points.table().find(to.point()).flatMap(KnownPoint::expected));
    Optional<Passage> passage = passages.outbound(new PeerAddress(to.point(), expected));
    passage.ifPresent(
        begun -> {
          remember.run();
          points.requested(to.point());
        });
    return passage;
  }

  /** Whether the candidate says that it is to be dialled where we expect somebody else. */
  public boolean isImpostor(Candidate candidate) {
    return candidate
        .idPoint()
        .point()
        .flatMap(point -> points.table().find(point))
        .flatMap(KnownPoint::expected)
        .filter(expected -> !expected.equals(candidate.peerId()))
        .isPresent();
  }

  /** We take the candidate. */
  public void accept(Passage passage, Candidate candidate) {
    passages.accept(passage, candidate.peerId(), candidate.idPoint().point());
    answered(placeOf(passage), candidate, ContactKind.ACCEPTING);
  }

  /** We refuse the candidate, and tell it; its passage ends later. */
  public void refuse(Passage passage, Candidate candidate, Refusal why) {
    passage.refuse(why);
    Optional<Point> claimed =
        candidate
            .idPoint()
            .point()
            .filter(point -> passages.holder(point).map(passage::equals).orElse(true));
    answered(claimed, candidate, ContactKind.REJECTING);
  }

  /** The peer takes us. */
  public void run(Passage passage) {
    PeerId peer = passage.peer().orElseThrow();
    peers.established(peer, passage.idPoint());
    placeOf(passage).ifPresent(point -> points.established(point, peer));
    passages.run(passage);
  }

  /**
   * It came to nothing.
   *
   * @param remedy what to do about it
   * @param said where the peer says it listens, if it said so
   */
  public void fail(Passage passage, Remedy remedy, Optional<Point> said) {
    Optional<Point> place = placeOf(passage);
    if (remedy == Remedy.OWN_POINT) {
      place.or(() -> said).ifPresent(points::isOurs);
    } else {
      miss(place, passage);
    }
    if (remedy == Remedy.FORGET_POINT) {
      place.ifPresent(points::isForeign);
    }
    passages.end(passage);
  }

  private void miss(Optional<Point> place, Passage passage) {
    Optional<PeerId> peer = passage.peer();
    peer.ifPresent(id -> peers.rejected(id, passage.idPoint()));
    place.ifPresent(
        point ->
            peer.ifPresentOrElse(id -> points.rejected(point, id), () -> points.failed(point)));
  }

  /** We give it up ourselves, and hold that against nobody. */
  public void withdraw(Passage passage) {
    Optional<PeerId> peer = passage.peer();
    peer.ifPresent(id -> peers.withdrawn(id, passage.idPoint()));
    placeOf(passage).ifPresent(point -> points.withdrawn(point, peer));
    passages.end(passage);
  }

  /** A connection ended. */
  public void disconnect(Passage passage) {
    PeerId peer = passage.peer().orElseThrow();
    peers.disconnected(peer, passage.idPoint());
    placeOf(passage).ifPresent(point -> points.disconnected(point, peer));
    passages.end(passage);
  }

  private void answered(Optional<Point> place, Candidate candidate, ContactKind answer) {
    PeerId peer = candidate.peerId();
    peers.answered(peer, answer, candidate.idPoint());
    Openness openness = candidate.metadata().privateNode() ? Openness.PRIVATE : Openness.PUBLIC;
    place.ifPresent(
        point -> {
          points.learn(point, sourceOf(candidate));
          points.answered(point, openness, answer, peer);
        });
  }

  /** What we dialled we have seen ourselves; of the rest we have the peer's word. */
  private static Source sourceOf(Candidate candidate) {
    return candidate.direction() == Direction.OUTBOUND
        ? Source.sure()
        : Source.announced(candidate.remote().address());
  }

  /** The point that the passage holds: an incoming peer may claim one that it does not. */
  private Optional<Point> placeOf(Passage passage) {
    return passage
        .reachable()
        .filter(point -> passages.holder(point).filter(passage::equals).isPresent());
  }
}
