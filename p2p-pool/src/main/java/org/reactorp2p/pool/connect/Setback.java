/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.Locale;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.pool.event.AttemptEnd;
import org.reactorp2p.pool.event.Refusal;

/** Why an attempt to have a connection came to nothing. */
public sealed interface Setback {

  /** What to do about it: try again later, unless said otherwise. */
  default Remedy remedy() {
    return Remedy.RETRY;
  }

  /** Whether a person should look at it, because waiting will not mend it. */
  default boolean needsAttention() {
    return false;
  }

  /** The same in the words of a meter. */
  default AttemptEnd end() {
    return AttemptEnd.WITHDRAWN;
  }

  /** One short sentence without any text that came from a peer. */
  String text();

  /** No link came about. */
  record Unreachable(LinkException.Kind kind) implements Setback {
    @Override
    public AttemptEnd end() {
      return AttemptEnd.unreachable(kind);
    }

    @Override
    public String text() {
      return "no link came about: " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** A link came about, and the handshake failed. */
  record Failed(Fault fault) implements Setback {
    @Override
    public AttemptEnd end() {
      return AttemptEnd.of(fault);
    }

    @Override
    public Remedy remedy() {
      return fault.remedy();
    }

    @Override
    public boolean needsAttention() {
      return fault instanceof Fault.WrongPeer
          || fault instanceof Fault.Mishap
          || fault.remedy() == Remedy.FORGET_POINT;
    }

    @Override
    public String text() {
      return fault.text();
    }
  }

  /** We are talking to that point already, or trying to. */
  record PointHeld() implements Setback {
    @Override
    public String text() {
      return "there is a connection with that point already, or an attempt";
    }
  }

  /** There is no place for it. */
  record NoPlace(Refusal why) implements Setback {
    @Override
    public String text() {
      return why.text();
    }
  }

  /** We have nothing to do with whoever is there. */
  record Barred(Objection objection) implements Setback {
    @Override
    public boolean needsAttention() {
      return true;
    }

    @Override
    public String text() {
      return objection.text();
    }
  }

  /** We gave it up ourselves: cancelled, stopping, or the peer's own attempt took its place. */
  record Withdrawn() implements Setback {
    @Override
    public String text() {
      return "the attempt was withdrawn";
    }
  }
}
