/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.Arrays;
import java.util.List;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.transport.LinkException;

/**
 * How one attempt to have a connection ended, in words that can be a meter's tags: there are only
 * so many, and they name nobody.
 *
 * @param motive one of those of the outcome
 */
public record AttemptEnd(Outcome outcome, String motive) {

  public static final AttemptEnd CONNECTED = new AttemptEnd(Outcome.CONNECTED, Words.NONE);
  public static final AttemptEnd WITHDRAWN = new AttemptEnd(Outcome.WITHDRAWN, Words.NONE);

  /** Refuses a motive that is not one of the outcome's. */
  public AttemptEnd {
    if (!outcome.motives().contains(motive)) {
      throw new IllegalArgumentException(motive + " is no motive of " + outcome);
    }
  }

  /** All there are. */
  public static List<AttemptEnd> all() {
    return Arrays.stream(Outcome.values())
        .flatMap(outcome -> outcome.motives().stream().map(why -> new AttemptEnd(outcome, why)))
        .toList();
  }

  /** We closed the link before a byte was sent. */
  public static AttemptEnd turnedAway(P2pEvent.TurnedAway why) {
    return new AttemptEnd(Outcome.TURNED_AWAY, Words.of(why));
  }

  /** No link came about. */
  public static AttemptEnd unreachable(LinkException.Kind kind) {
    return new AttemptEnd(Outcome.UNREACHABLE, Words.of(kind));
  }

  /** We refused the peer. */
  public static AttemptEnd rejected(NackMotive motive) {
    return new AttemptEnd(Outcome.REJECTED, Words.of(motive));
  }

  /** The peer refused us. */
  public static AttemptEnd rejectedByPeer(NackMotive motive) {
    return new AttemptEnd(Outcome.REJECTED_BY_PEER, Words.of(motive));
  }

  /** A link came about, and no connection. */
  public static AttemptEnd of(Fault fault) {
    if (fault instanceof Fault.Refused refused) {
      return rejected(refused.motive());
    }
    if (fault instanceof Fault.NoCommonProtocol stranger) {
      return rejected(stranger.motive());
    }
    if (fault instanceof Fault.RefusedByPeer nack) {
      return rejectedByPeer(nack.motive());
    }
    return new AttemptEnd(Outcome.FAILED, word(fault));
  }

  private static String word(Fault fault) {
    if (fault instanceof Fault.Misbehaved misbehaved) {
      return Words.of(misbehaved.breach());
    }
    if (fault instanceof Fault.Lost lost) {
      return Words.of(lost.loss());
    }
    if (fault instanceof Fault.Dropped dropped) {
      return Words.of(dropped.objection());
    }
    return Words.of(fault.getClass());
  }
}
