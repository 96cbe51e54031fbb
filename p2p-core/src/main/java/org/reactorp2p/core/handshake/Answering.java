/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.List;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.MalformedException;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.session.DecipherException;

/** Our Ack is out, and the peer's answer is to come. */
record Answering(Keys keys, Candidate candidate, NetworkVersion negotiated)
    implements Conversation.Listening {

  /** The longest Nack: tag, motive, length, and as many points as there may be: 5,107 bytes. */
  private static final int MAX_LENGTH =
      1 + 2 + 4 + WireLimits.MAX_POINTS * WireLimits.MAX_POINT_LENGTH;

  private static final FrameBounds BOUNDS =
      FrameBounds.ofPlaintext(1, MAX_LENGTH, Breach.MALFORMED_ANSWER);

  @Override
  public FrameBounds bounds() {
    return BOUNDS;
  }

  @Override
  public Turn receive(byte[] frame) {
    Ack answer;
    try {
      answer = Ack.CODEC.decodeAll(keys.open(frame));
    } catch (DecipherException e) {
      return Turn.failing(keys, Breach.UNDECIPHERABLE_ANSWER, candidate);
    } catch (MalformedException e) {
      return Turn.failing(keys, Breach.MALFORMED_ANSWER, candidate);
    }
    return conclude(answer);
  }

  private Turn conclude(Ack answer) {
    if (answer instanceof Ack.Accept) {
      return Turn.silent(new Conversation.Accepted(keys, candidate, negotiated));
    }
    Fault fault =
        answer instanceof Ack.Nack nack
            ? new Fault.RefusedByPeer(nack.motive(), nack.points())
            : new Fault.RefusedByPeer(NackMotive.NO_MOTIVE, List.of());
    return fail(fault);
  }

  @Override
  public Turn fail(Fault fault) {
    return Turn.failing(keys, fault, candidate);
  }
}
