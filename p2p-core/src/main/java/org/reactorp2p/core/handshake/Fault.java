/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.List;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Why a handshake failed, sorted by what we do about it. Every failed handshake has exactly one:
 * the first that was found.
 */
public sealed interface Fault {

  /** Whose doing it was. */
  enum Blame {
    /** The peer, or somebody on the way to it, broke the rules. */
    PEER,
    /** The way to the peer. */
    NETWORK,
    /** Ourselves. */
    US,
    /** Nobody: both sides behaved, and do not suit each other. */
    NOBODY
  }

  /** Whose doing it was. */
  Blame blame();

  /** What to do about it. */
  Remedy remedy();

  /** One short sentence without any text that came from the peer. */
  String text();

  /** The peer broke the rules; whether its address pays for it stands in the table of breaches. */
  record Misbehaved(Breach breach) implements Fault {
    @Override
    public Blame blame() {
      return Blame.PEER;
    }

    @Override
    public Remedy remedy() {
      return breach.remedy();
    }

    @Override
    public String text() {
      return "the peer sent " + breach.text();
    }
  }

  /** The link ended before the handshake did. */
  record Lost(Loss loss) implements Fault {
    @Override
    public Blame blame() {
      return Blame.NETWORK;
    }

    @Override
    public Remedy remedy() {
      return Remedy.RETRY;
    }

    @Override
    public String text() {
      return loss.text();
    }
  }

  /** The peer is ourselves: same public key, proven. */
  record Myself(PeerId id) implements Fault {
    @Override
    public Blame blame() {
      return Blame.NOBODY;
    }

    @Override
    public Remedy remedy() {
      return Remedy.OWN_POINT;
    }

    @Override
    public String text() {
      return "connected to ourselves";
    }
  }

  /** Somebody else than we were told to expect answered; closed without a word. */
  record WrongPeer(PeerId expected, PeerId found) implements Fault {
    @Override
    public Blame blame() {
      return Blame.PEER;
    }

    @Override
    public Remedy remedy() {
      return Remedy.RETRY;
    }

    @Override
    public String text() {
      return "expected peer " + expected + " and found " + found;
    }
  }

  /** No chain or version in common: we sent a Nack with this motive. */
  record NoCommonProtocol(NackMotive motive) implements Fault {
    @Override
    public Blame blame() {
      return Blame.NOBODY;
    }

    @Override
    public Remedy remedy() {
      return Remedy.FORGET_POINT;
    }

    @Override
    public String text() {
      return "no common protocol: " + motive;
    }
  }

  /** Admission said no: we sent a Nack with this motive. */
  record Refused(NackMotive motive) implements Fault {
    @Override
    public Blame blame() {
      return Blame.NOBODY;
    }

    @Override
    public Remedy remedy() {
      return Remedy.RETRY;
    }

    @Override
    public String text() {
      return "refused by us: " + motive;
    }
  }

  /**
   * The peer sent a Nack.
   *
   * @param motive what it told us; {@code NO_MOTIVE} if it speaks version 0 only
   * @param points others it proposes: claims, which nobody has checked; at most 100
   */
  record RefusedByPeer(NackMotive motive, List<Point> points) implements Fault {
    public RefusedByPeer {
      points = List.copyOf(points);
    }

    @Override
    public Blame blame() {
      return Blame.NOBODY;
    }

    @Override
    public Remedy remedy() {
      return Remedy.RETRY;
    }

    @Override
    public String text() {
      return "refused by the peer: " + motive + ", " + points.size() + " other points named";
    }
  }

  /** We hung up without a word. */
  record Dropped(Objection objection) implements Fault {
    @Override
    public Blame blame() {
      return Blame.NOBODY;
    }

    @Override
    public Remedy remedy() {
      return Remedy.RETRY;
    }

    @Override
    public String text() {
      return objection.text();
    }
  }

  /** Something of our own failed: the source of nonces, the admission. The cause has the rest. */
  record Mishap(String what) implements Fault {
    @Override
    public Blame blame() {
      return Blame.US;
    }

    @Override
    public Remedy remedy() {
      return Remedy.RETRY;
    }

    @Override
    public String text() {
      return "our own failure: " + what;
    }
  }
}
