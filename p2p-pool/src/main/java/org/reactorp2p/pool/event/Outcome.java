/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.List;
import java.util.stream.Stream;
import org.reactorp2p.core.handshake.Breach;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.Loss;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.transport.LinkException;

/** How attempts to have a connection end, each with the motives it may have. */
public enum Outcome {
  /** A connection runs. */
  CONNECTED(List.of(Words.NONE)),
  /** We closed a link that somebody opened before a byte was sent. */
  TURNED_AWAY(Words.all(P2pEvent.TurnedAway.class)),
  /** No link came about. */
  UNREACHABLE(Words.all(LinkException.Kind.class)),
  /** We gave it up ourselves: cancelled, stopping, or another one took its place. */
  WITHDRAWN(List.of(Words.NONE)),
  /** The handshake failed, or we hung up without a word. */
  FAILED(faults()),
  /** We refused the peer, and told it why. */
  REJECTED(Words.motives()),
  /** The peer refused us. */
  REJECTED_BY_PEER(Words.motives());

  private final List<String> motives;

  Outcome(List<String> motives) {
    this.motives = motives;
  }

  /** Why an attempt may end like this. */
  public List<String> motives() {
    return motives;
  }

  private static List<String> faults() {
    return Stream.of(
            Words.all(Breach.class),
            Words.all(Loss.class),
            Words.all(Objection.class),
            List.of(
                Words.of(Fault.Myself.class),
                Words.of(Fault.WrongPeer.class),
                Words.of(Fault.Mishap.class)))
        .flatMap(List::stream)
        .toList();
  }
}
