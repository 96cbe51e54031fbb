/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import java.util.Optional;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Reputation;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.event.Refusal;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.Stage;

/**
 * Whom we let in, as a function of values: no clock, no table, no Flux.
 *
 * <p>Exact when each admitted peer is counted before the next one is judged: never more peers than
 * there are places, those whose answer we still wait for included, and never two ways to one peer.
 * What the handshake itself finds out, such as being connected to ourselves or having no version in
 * common, does not come here.
 *
 * <p>Of two attempts that cross, ours to the peer and the peer's to us, the one that the greater id
 * dialled survives, once it has a link: the smaller id takes it and gives up its own, the greater
 * waits how its own ends before it answers. A dial of the greater that has no link yet gives way,
 * since it may never have one. So two of us always end with one connection. A peer that refuses
 * both, as the original does, costs the greater nothing, since it then takes what it held back.
 *
 * @param self our own id, for the order
 * @param visitors whom we talk to
 * @param places how many for whom
 */
public record AdmissionPolicy(PeerId self, Visitors visitors, Places places) {

  /**
   * How things stand for one candidate.
   *
   * @param candidacy who it is
   * @param occupancy who is here already
   * @param rival another attempt or connection with the same peer: one that holds the peer, or, for
   *     a peer that dialled us, one that dials where it says it listens
   */
  public record Situation(Candidacy candidacy, Occupancy occupancy, Optional<Rival> rival) {}

  /** That other attempt: who dialled, and how far it is. */
  public record Rival(Direction direction, Stage stage) {

    /** What matters of a passage. */
    public static Rival of(Passage passage) {
      return new Rival(passage.direction(), passage.stage());
    }

    private boolean holdsPeer() {
      return stage instanceof Stage.Accepted || stage instanceof Stage.Running;
    }

    private boolean hasNoLink() {
      return stage instanceof Stage.Requested;
    }
  }

  /** Judges. */
  public Verdict judge(Situation situation) {
    Optional<Objection> objection = objection(situation.candidacy().reputation());
    if (objection.isPresent()) {
      return new Verdict.Drop(objection.get());
    }
    return situation
        .rival()
        .map(rival -> judgeBeside(rival, situation))
        .orElseGet(() -> ifThereIsRoom(situation, new Verdict.Admit()));
  }

  /**
   * Why we have nothing to do with somebody of this reputation, if so. Comes before every question
   * of room, so that whoever is to stay outside learns neither how full we are nor whom we know.
   */
  public Optional<Objection> objection(Reputation reputation) {
    return switch (reputation) {
      case TRUSTED -> Optional.empty();
      case BANNED, GREYLISTED -> Optional.of(Objection.BANNED);
      case IMPOSTOR -> Optional.of(Objection.UNEXPECTED_PEER);
      case STRANGER ->
          visitors == Visitors.TRUSTED_ONLY
              ? Optional.of(Objection.PRIVATE_MODE)
              : Optional.empty();
    };
  }

  private Verdict judgeBeside(Rival rival, Situation situation) {
    Direction direction = situation.candidacy().direction();
    if (rival.stage() instanceof Stage.Running || rival.direction() == direction) {
      return new Verdict.Refuse(Refusal.ALREADY_CONNECTED);
    }
    boolean greater = self.compareTo(situation.candidacy().peer()) > 0;
    if (direction == Direction.OUTBOUND) {
      return greater ? new Verdict.Wait() : new Verdict.Refuse(Refusal.ALREADY_CONNECTED);
    }
    if (rival.holdsPeer()) {
      return greater ? new Verdict.Wait() : new Verdict.Displace();
    }
    if (greater) {
      return rival.hasNoLink()
          ? ifThereIsRoom(situation, new Verdict.Displace())
          : new Verdict.Wait();
    }
    // Our own dial goes on, since nothing proves that it leads to the same peer; if it does, it
    // will be refused when it comes here and finds the peer held.
    return ifThereIsRoom(situation, new Verdict.Admit());
  }

  private Verdict ifThereIsRoom(Situation situation, Verdict welcome) {
    Candidacy candidacy = situation.candidacy();
    return places
        .objection(candidacy.from(), candidacy.reputation(), situation.occupancy())
        .<Verdict>map(Verdict.Refuse::new)
        .orElse(welcome);
  }
}
