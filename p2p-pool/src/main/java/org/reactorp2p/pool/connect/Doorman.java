/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.handshake.Decision;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.admission.AdmissionPolicy;
import org.reactorp2p.pool.admission.PointSelection;
import org.reactorp2p.pool.admission.Verdict;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.PassageTable;
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
  private final Supplier<List<PeerInfo>> connected;

  /**
   * @param connected the peers whose points may be told to others
   */
  Doorman(
      Office office,
      AdmissionPolicy policy,
      PassageTable table,
      Supplier<List<PeerInfo>> connected) {
    this.office = office;
    this.policy = policy;
    this.table = table;
    this.connected = connected;
  }

  /** Whether there is a place for one more, before anything is known of them. */
  boolean hasRoom() {
    return table.peers() < policy.maxConnections();
  }

  /**
   * The admission of one handshake.
   *
   * @param withdraw gives another passage up
   */
  Admission admissionOf(Passage passage, Consumer<Passage> withdraw) {
    return new Admission() {
      @Override
      public Mono<Decision> decide(Candidate candidate) {
        return weigh(passage, candidate, withdraw);
      }

      @Override
      public Mono<List<Point>> alternatives(Candidate candidate) {
        return Mono.fromSupplier(() -> otherPoints(candidate)).subscribeOn(office.decisions());
      }
    };
  }

  private Mono<Decision> weigh(Passage passage, Candidate candidate, Consumer<Passage> withdraw) {
    return Mono.defer(
            () -> {
              if (passage.isOver()) {
                return Mono.just(new Decision.Drop(Objection.SHUTTING_DOWN));
              }
              Optional<Passage> rival = rivalOf(passage, candidate);
              Verdict verdict = policy.judge(situation(candidate, rival));
              if (verdict instanceof Verdict.Wait) {
                return rival.orElseThrow().settled().then(weigh(passage, candidate, withdraw));
              }
              if (verdict instanceof Verdict.Displace) {
                rival.ifPresent(withdraw);
              }
              return Mono.just(carryOut(verdict, passage, candidate));
            })
        // Always as a task of its own, never inside the move that a rival just makes.
        .subscribeOn(office.decisions());
  }

  private Decision carryOut(Verdict verdict, Passage passage, Candidate candidate) {
    if (verdict instanceof Verdict.Refuse refuse) {
      return new Decision.Refuse(refuse.motive(), otherPoints(candidate));
    }
    if (verdict instanceof Verdict.Drop drop) {
      return new Decision.Drop(drop.objection());
    }
    table.accept(passage, candidate.peerId(), candidate.idPoint().point());
    return new Decision.Admit();
  }

  private AdmissionPolicy.Situation situation(Candidate candidate, Optional<Passage> rival) {
    return new AdmissionPolicy.Situation(
        candidate.peerId(),
        candidate.direction(),
        table.peers(),
        rival.map(AdmissionPolicy.Rival::of));
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

  private List<Point> otherPoints(Candidate candidate) {
    return PointSelection.choose(connected.get(), candidate.peerId(), office.random());
  }
}
