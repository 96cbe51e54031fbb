/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.Optional;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.Conduct;
import org.reactorp2p.pool.score.Dossier;
import org.reactorp2p.pool.score.PeerScore;
import org.reactorp2p.pool.score.Score;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/** What peers are worth as things stand. Confined to the decisions' thread. */
public final class Scorekeeper {

  private static final Logger LOG = LoggerFactory.getLogger(Scorekeeper.class);

  private final Witness witness;
  private final ConnectionRoll<?> roll;
  private final PeerScore score;
  private boolean complained;

  /**
   * @param score may fail in any way without harm
   */
  public Scorekeeper(Office office, ConnectionRoll<?> roll, PeerScore score) {
    this.witness = new Witness(office);
    this.roll = roll;
    this.score = score;
  }

  /** The score of any peer, connected, known, or not even that. */
  public Score of(PeerId peer) {
    return roll.find(peer)
        .map(connection -> of(connection.info()))
        .orElseGet(() -> judge(new Dossier(peer, witness.past(peer), Optional.empty())));
  }

  /** The score of one that is connected. */
  public Score of(PeerInfo info) {
    PeerId peer = info.peerId();
    ConnectionStat stat = roll.find(peer).map(PeerConnection::stat).orElse(ConnectionStat.NONE);
    Conduct now = witness.present(peer, stat);
    return judge(new Dossier(peer, now, Optional.of(info)));
  }

  private Score judge(Dossier peer) {
    try {
      Score made = score.of(peer);
      return made.isNone() ? complain(peer, "is " + made) : made;
    } catch (Throwable thrown) {
      Exceptions.throwIfJvmFatal(thrown);
      return complain(peer, "threw " + thrown);
    }
  }

  /** Once: a score that is wrong will be wrong every second. */
  private Score complain(Dossier peer, String what) {
    if (!complained) {
      complained = true;
      LOG.warn("the score of {} {}; such scores count as 1", peer.peer(), what);
    }
    return Score.EVEN;
  }
}
