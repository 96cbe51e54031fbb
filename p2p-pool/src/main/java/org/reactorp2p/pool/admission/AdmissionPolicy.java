/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import java.util.Optional;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.Stage;

/**
 * Whom we let in, as a function of values: no clock, no table, no Flux.
 *
 * <p>Exact when each admitted peer is counted before the next one is judged: never more than {@code
 * maxConnections} peers, those whose answer we still wait for included, and never two ways to one
 * peer. What the handshake itself finds out, such as being connected to ourselves or having no
 * version in common, does not come here.
 *
 * <p>Of two attempts that cross, ours to the peer and the peer's to us, the one that the greater id
 * dialled survives, once it has a link: the smaller id takes it and gives up its own, the greater
 * waits how its own ends before it answers. A dial of the greater that has no link yet gives way,
 * since it may never have one. So two of us always end with one connection. A peer that refuses
 * both, as the original does, costs the greater nothing, since it then takes what it held back.
 *
 * @param self our own id, for the order
 * @param maxConnections at least 1
 */
public record AdmissionPolicy(PeerId self, int maxConnections) {

  /** Refuses a limit that lets nobody in. */
  public AdmissionPolicy {
    if (maxConnections < 1) {
      throw new IllegalArgumentException(
          "at least one connection must be allowed, not " + maxConnections);
    }
  }

  /**
   * How things stand for one candidate.
   *
   * @param peer who it is
   * @param direction who dialled
   * @param admitted peers held now, candidates that wait for their verdict not included
   * @param rival another attempt or connection with the same peer: one that holds the peer, or, for
   *     a peer that dialled us, one that dials where it says it listens
   */
  public record Situation(PeerId peer, Direction direction, int admitted, Optional<Rival> rival) {}

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
    return situation
        .rival()
        .map(rival -> judgeBeside(rival, situation))
        .orElseGet(() -> ifThereIsRoom(situation, new Verdict.Admit()));
  }

  private Verdict judgeBeside(Rival rival, Situation situation) {
    Direction direction = situation.direction();
    if (rival.stage() instanceof Stage.Running || rival.direction() == direction) {
      return new Verdict.Refuse(NackMotive.ALREADY_CONNECTED);
    }
    boolean greater = self.compareTo(situation.peer()) > 0;
    if (direction == Direction.OUTBOUND) {
      return greater ? new Verdict.Wait() : new Verdict.Refuse(NackMotive.ALREADY_CONNECTED);
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
    // will
    // be refused when it comes here and finds the peer held.
    return ifThereIsRoom(situation, new Verdict.Admit());
  }

  private Verdict ifThereIsRoom(Situation situation, Verdict welcome) {
    return situation.admitted() < maxConnections
        ? welcome
        : new Verdict.Refuse(NackMotive.TOO_MANY_CONNECTIONS);
  }
}
