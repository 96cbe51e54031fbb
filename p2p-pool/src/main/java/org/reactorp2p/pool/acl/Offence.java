/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Breach;
import org.reactorp2p.core.handshake.Fault;

/**
 * The table of what greylists whom, row by row. No {@code if} elsewhere repeats it.
 *
 * <p>Two questions decide each row: can anybody but the peer have done it, and does waiting cost
 * the one who did it anything. Until the peer has proven who it is, somebody on the way may have
 * garbled what it said, so its id is never touched and its address pays for minutes only.
 */
public enum Offence {
  GREETING_LENGTH(Penalty.ADDRESS, "speaks another protocol, or floods; nobody is proven yet"),
  MALFORMED_GREETING(Penalty.ADDRESS, "no node of ours says so; nobody is proven yet"),
  NOT_ENOUGH_PROOF_OF_WORK(Penalty.ADDRESS, "came without paying; the key is a mere claim"),
  WEAK_KEY(Penalty.ADDRESS, "no honest key is of low order; the key is a mere claim"),
  UNDECIPHERABLE_METADATA(
      Penalty.ADDRESS, "shows a key that is not its own, unless its words were garbled on the way"),
  MALFORMED_METADATA(Penalty.ADDRESS, "speaks nonsense under its own key, before it is named"),
  SHORT_FRAME(
      Penalty.NONE, "a length is not authenticated, and who wants it free hangs up instead"),
  UNDECIPHERABLE_ANSWER(
      Penalty.NONE, "the peer is proven by now, so somebody on the way may have done it"),
  MALFORMED_ANSWER(Penalty.NONE, "as the original: no grudge once metadata were exchanged"),
  LOST_LINK(Penalty.NONE, "closing, resets and slowness are ordinary life"),
  OURSELVES(Penalty.NONE, "we do not greylist ourselves"),
  WRONG_PEER(Penalty.NONE, "our own note may be out of date, and the right peer may come back"),
  OTHER_NETWORK(Penalty.NONE, "another node of ours may live at the same address"),
  REFUSED(Penalty.NONE, "both behaved, and do not suit each other now"),
  HUNG_UP_ON(Penalty.NONE, "nothing new: it is barred already, or we are private or stop"),
  OUR_MISHAP(Penalty.NONE, "our own failure; the original greylists the innocent address"),
  MALFORMED_MESSAGE(
      Penalty.ADDRESS_AND_PEER, "sealed under its own key, so only the peer can have said it"),
  GARBLED_STREAM(
      Penalty.NONE, "a box that does not open or a bad length: one flipped bit on the way does it"),
  ORDINARY_END(Penalty.NONE, "closing, silence, slowness and our own decisions are no offence");

  private final Penalty penalty;
  private final String why;

  Offence(Penalty penalty, String why) {
    this.penalty = penalty;
    this.why = why;
  }

  /** Who pays for it. */
  public Penalty penalty() {
    return penalty;
  }

  /** Whether the peer said what makes no sense, and nobody else can have said it. */
  public boolean isDecodeError() {
    return this == MALFORMED_MESSAGE || this == MALFORMED_ANSWER;
  }

  /** Why they do, or why nobody does; for people. */
  public String why() {
    return why;
  }

  /** The row of a handshake that failed. */
  public static Offence of(Fault fault) {
    if (fault instanceof Fault.Misbehaved misbehaved) {
      return of(misbehaved.breach());
    }
    if (fault instanceof Fault.Lost) {
      return LOST_LINK;
    }
    if (fault instanceof Fault.Myself) {
      return OURSELVES;
    }
    if (fault instanceof Fault.WrongPeer) {
      return WRONG_PEER;
    }
    if (fault instanceof Fault.NoCommonProtocol) {
      return OTHER_NETWORK;
    }
    if (fault instanceof Fault.Refused || fault instanceof Fault.RefusedByPeer) {
      return REFUSED;
    }
    return fault instanceof Fault.Dropped ? HUNG_UP_ON : OUR_MISHAP;
  }

  private static Offence of(Breach breach) {
    return switch (breach) {
      case GREETING_LENGTH -> GREETING_LENGTH;
      case MALFORMED_GREETING -> MALFORMED_GREETING;
      case NOT_ENOUGH_PROOF_OF_WORK -> NOT_ENOUGH_PROOF_OF_WORK;
      case WEAK_KEY -> WEAK_KEY;
      case SHORT_FRAME -> SHORT_FRAME;
      case UNDECIPHERABLE_METADATA -> UNDECIPHERABLE_METADATA;
      case MALFORMED_METADATA -> MALFORMED_METADATA;
      case UNDECIPHERABLE_ANSWER -> UNDECIPHERABLE_ANSWER;
      case MALFORMED_ANSWER -> MALFORMED_ANSWER;
    };
  }

  /** The row of a connection that ended. */
  public static Offence of(DisconnectReason reason) {
    if (reason.consequence() == DisconnectReason.Consequence.GREYLIST) {
      return MALFORMED_MESSAGE;
    }
    boolean garbled =
        reason instanceof DisconnectReason.Undecipherable
            || reason instanceof DisconnectReason.FrameTooShort;
    return garbled ? GARBLED_STREAM : ORDINARY_END;
  }
}
