/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.handshake.Decision;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Reputation;
import org.reactorp2p.pool.admission.AdmissionPolicy;
import org.reactorp2p.pool.admission.Candidacy;
import org.reactorp2p.pool.admission.PointSelection;
import org.reactorp2p.pool.admission.Verdict;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.PassageTable;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.Register;
import reactor.core.publisher.Mono;

/**
 * Stands between a handshake and the table: brings a candidate to the decisions' thread, has it
 * judged, and writes down that it was accepted in the same breath, so that whoever is judged next
 * sees it.
 */
final class Doorman {

  private final Office office;
  private final AdmissionPolicy policy;
  private final PassageTable table;
  private final Register register;
  private final Census census;
  private final Grapevine grapevine;

  Doorman(Office office, AdmissionPolicy policy, Grapevine grapevine) {
    this.office = office;
    this.policy = policy;
    this.table = office.passages();
    this.register = office.register();
    this.census = new Census(office);
    this.grapevine = grapevine;
  }

  /** Why we do not even dial there, if so. */
  Optional<Setback> objection(PeerAddress to) {
    Reputation reputation = office.access().of(to.point(), to.expected());
    return policy
        .objection(reputation)
        .<Setback>map(Setback.Barred::new)
        .or(
            () ->
                policy
                    .places()
                    .objection(to.point().address(), reputation, census.occupancy())
                    .map(Setback.NoPlace::new));
  }

  /** Why a peer that was admitted may not stay, if so: the lists may have changed since. */
  Optional<Objection> objection(PeerInfo info) {
    return policy.objection(
        office.access().of(info.peerId(), info.remote().address(), info.idPoint().point()));
  }

  /** The admission of one handshake. */
  Admission admissionOf(Passage passage) {
    return new Admission() {
      @Override
      public Mono<Decision> decide(Candidate candidate) {
        return weigh(passage, candidate);
      }

      @Override
      public Standing standing(PeerId claimed) {
        return office.access().isBanned(claimed) ? Standing.BARRED : Standing.TOLERABLE;
      }

      @Override
      public Mono<List<Point>> alternatives(Candidate candidate) {
        return Mono.fromSupplier(() -> farewell(candidate)).subscribeOn(office.decisions());
      }
    };
  }

  private Mono<Decision> weigh(Passage passage, Candidate candidate) {
    return Mono.defer(
            () -> {
              if (passage.isOver()) {
                return Mono.just(new Decision.Drop(Objection.SHUTTING_DOWN));
              }
              if (register.isImpostor(candidate)) {
                return Mono.just(new Decision.Drop(Objection.UNEXPECTED_PEER));
              }
              Optional<Passage> rival = rivalOf(passage, candidate);
              Verdict verdict = policy.judge(situation(candidate, rival));
              if (verdict instanceof Verdict.Wait) {
                return rival.orElseThrow().settled().then(weigh(passage, candidate));
              }
              if (verdict instanceof Verdict.Displace) {
                rival.ifPresent(office::withdraw);
              }
              return Mono.just(carryOut(verdict, passage, candidate));
            })
        // Always as a task of its own, never inside the move that a rival just makes.
        .subscribeOn(office.decisions());
  }

  private Decision carryOut(Verdict verdict, Passage passage, Candidate candidate) {
    if (verdict instanceof Verdict.Refuse refuse) {
      register.refuse(passage, candidate, refuse.why());
      return new Decision.Refuse(refuse.why().motive(), otherPoints(candidate));
    }
    if (verdict instanceof Verdict.Drop drop) {
      return new Decision.Drop(drop.objection());
    }
    register.accept(passage, candidate);
    office
        .events()
        .emit(
            new P2pEvent.PeerAccepted(
                candidate.direction(), candidate.remote(), candidate.peerId()));
    return new Decision.Admit();
  }

  private AdmissionPolicy.Situation situation(Candidate candidate, Optional<Passage> rival) {
    return new AdmissionPolicy.Situation(
        Candidacy.of(candidate, reputation(candidate)),
        census.occupancy(),
        rival.map(AdmissionPolicy.Rival::of));
  }

  private Reputation reputation(Candidate candidate) {
    return office
        .access()
        .of(candidate.peerId(), candidate.remote().address(), candidate.idPoint().point());
  }

  /**
   * Who else talks to the same peer: the holder of its id, or, when it dialled us, our own dial to
   * where it says it listens.
   */
  private Optional<Passage> rivalOf(Passage passage, Candidate candidate) {
    PeerId peer = candidate.peerId();
    Optional<Passage> holder = table.holder(peer);
    if (holder.isPresent() || passage.direction() == Direction.OUTBOUND) {
      return holder;
    }
    return candidate
        .idPoint()
        .point()
        .flatMap(table::holder)
        .filter(other -> other.direction() == Direction.OUTBOUND && other.mayLeadTo(peer));
  }

  /** For a peer of another network, unless it is one that is to hear nothing from us. */
  private List<Point> farewell(Candidate candidate) {
    boolean silent = policy.objection(reputation(candidate)).isPresent();
    return silent ? List.of() : otherPoints(candidate);
  }

  private List<Point> otherPoints(Candidate candidate) {
    return grapevine.pointsFor(PointSelection.Asker.of(candidate));
  }
}
