/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Ack;

/**
 * Where one side of a handshake stands. Pure: a frame or a decision goes in, the next state and a
 * frame to send come out; no I/O, no clock, no thread. A state is left once: its keys, if it has
 * any, go on to the next one or are wiped.
 *
 * <pre>
 *   Greeting ──hello──▶ Introduction ──metadata──▶ Weighing ──Admit──▶ Answering ──Ack──▶ Accepted
 *       │                    │    │                    │                   │
 *       │                    │    └─no version─▶ Parting                   │
 *       │                    │                      │  │                   │
 *       └────────────────────┴──────────────▶ Failed ◀─┴───────────────────┘
 * </pre>
 *
 * A turn that leads to {@link Failed} may carry a last frame, our Nack, to flush before closing.
 */
sealed interface Conversation {

  /** Waits for a frame. */
  sealed interface Listening extends Conversation permits Greeting, Introduction, Answering {

    /** Which lengths that frame may have; any other is refused before its bytes are kept. */
    FrameBounds bounds();

    /** Takes the whole frame, two bytes of length and a body within the bounds; changes it. */
    Turn receive(byte[] frame);
  }

  /** Waits for a decision on a peer that proved who it is and speaks a version of ours. */
  record Weighing(Keys keys, Candidate candidate, NetworkVersion negotiated)
      implements Conversation {

    Turn decide(Decision decision) {
      if (decision instanceof Decision.Refuse refusal) {
        Fault fault = new Fault.Refused(refusal.motive());
        return Farewell.nack(keys, candidate, fault, refusal.motive(), refusal.points());
      }
      if (decision instanceof Decision.Drop drop) {
        return fail(new Fault.Dropped(drop.objection()));
      }
      byte[] ack = keys.seal(Ack.CODEC.toBytes(new Ack.Accept()));
      return new Turn(new Answering(keys, candidate, negotiated), ack);
    }

    @Override
    public Turn fail(Fault fault) {
      return Turn.failing(keys, fault, candidate);
    }
  }

  /** Waits for points to tell a peer that speaks no version of ours but can read them. */
  record Parting(Keys keys, Candidate candidate, Fault.NoCommonProtocol fault)
      implements Conversation {

    Turn propose(List<Point> points) {
      List<Point> some = points.subList(0, Math.min(points.size(), Decision.MAX_POINTS));
      return Farewell.nack(keys, candidate, fault, fault.motive(), some);
    }

    @Override
    public Turn fail(Fault other) {
      return Turn.failing(keys, other, candidate);
    }
  }

  /** Both sides sent Ack: the keys are for whoever runs the connection. */
  record Accepted(Keys keys, Candidate candidate, NetworkVersion negotiated)
      implements Conversation {

    @Override
    public Turn fail(Fault fault) {
      return Turn.failing(keys, fault, candidate);
    }
  }

  /** Over, with the keys wiped. The candidate is null if the peer proved nothing. */
  record Failed(Fault fault, @Nullable Candidate candidate) implements Conversation {

    /** Only the first fault counts. */
    @Override
    public Turn fail(Fault later) {
      return Turn.silent(this);
    }
  }

  /** Ends it for a reason from outside: the link, the time, ourselves. Wipes the keys. */
  Turn fail(Fault fault);
}
