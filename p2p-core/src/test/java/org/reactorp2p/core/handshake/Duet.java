/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

/**
 * Two conversations that hear each other, without a link between them: one step per message, so
 * that a test can stop anywhere and say something else instead.
 */
final class Duet {
  final Turn ours;
  final Turn theirs;

  private Duet(Turn ours, Turn theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  /** Both sent their connection message. */
  static Duet begun(Party us, Party them) {
    return new Duet(Greeting.open(us, Parties.nonce(1)), Greeting.open(them, Parties.nonce(2)));
  }

  /** Each got what the other sent last. */
  Duet heard() {
    return new Duet(hear(ours, theirs.frame()), hear(theirs, ours.frame()));
  }

  /** Both proved who they are, and wait for a decision or have ended. */
  static Duet introduced(Party us, Party them) {
    return begun(us, them).heard().heard();
  }

  /** We let them in, they wait. */
  static Turn hear(Turn listener, byte[] frame) {
    return ((Conversation.Listening) listener.next()).receive(frame.clone());
  }

  /** We said yes, and listen for their answer. */
  Turn admitted() {
    return ((Conversation.Weighing) ours.next()).decide(new Decision.Admit());
  }

  /** The keys of the other side, with which a test can say what no peer of ours would. */
  Keys theirKeys() {
    Conversation state = theirs.next();
    if (state instanceof Introduction introduction) {
      return introduction.keys();
    }
    if (state instanceof Conversation.Parting parting) {
      return parting.keys();
    }
    return ((Conversation.Weighing) state).keys();
  }

  static Fault fault(Turn turn) {
    return ((Conversation.Failed) turn.next()).fault();
  }
}
