/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.MalformedException;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.crypto.identity.WeakKeyException;
import org.reactorp2p.crypto.session.SessionKeys;
import org.reactorp2p.crypto.session.Transcript;

/**
 * Our connection message is out, and the peer's is to come. The one state that strangers reach for
 * free, so its checks go from cheap to dear.
 *
 * @param ours our connection message as it was sent, its length in front
 */
record Greeting(Party party, byte[] ours) implements Conversation.Listening {

  /**
   * The original takes any length that fits the frame. The longest chain name in use has 36 bytes,
   * and other implementations stop at 128; 512 lets every honest peer learn by a Nack that its
   * chain is another, and turns away at its first two bytes whoever speaks TLS, HTTP or SSH.
   */
  static final int MAX_CHAIN_NAME = 512;

  private static final FrameBounds BOUNDS =
      FrameBounds.ofClear(
          ConnectionMessage.FIXED_LENGTH,
          ConnectionMessage.FIXED_LENGTH + MAX_CHAIN_NAME,
          Breach.GREETING_LENGTH);

  /** Opens a conversation: the first frame is ours, whoever dialled. */
  static Turn open(Party party, MessageNonce messageNonce) {
    byte[] frame = party.hello(messageNonce).toFrame();
    return new Turn(new Greeting(party, frame), frame.clone());
  }

  @Override
  public FrameBounds bounds() {
    return BOUNDS;
  }

  @Override
  public Turn receive(byte[] frame) {
    ConnectionMessage theirs;
    try {
      theirs = ConnectionMessage.ofFrame(frame);
    } catch (MalformedException e) {
      return Turn.failing(new Fault.Misbehaved(Breach.MALFORMED_GREETING));
    }
    if (!party.config().requiredDifficulty().isMetBy(theirs.publicKey(), theirs.stamp())) {
      return Turn.failing(new Fault.Misbehaved(Breach.NOT_ENOUGH_PROOF_OF_WORK));
    }
    if (isBarred(theirs)) {
      return Turn.failing(new Fault.Dropped(Objection.BANNED));
    }
    return introduce(theirs, frame);
  }

  private boolean isBarred(ConnectionMessage theirs) {
    return party.admission().standing(theirs.publicKey().peerId()) == Admission.Standing.BARRED;
  }

  private Turn introduce(ConnectionMessage theirs, byte[] frame) {
    Keys keys;
    try {
      keys = agree(theirs, frame);
    } catch (WeakKeyException e) {
      return Turn.failing(new Fault.Misbehaved(Breach.WEAK_KEY));
    }
    byte[] metadata = party.config().metadata().encoded();
    return new Turn(new Introduction(party, keys, theirs), keys.seal(metadata));
  }

  private Keys agree(ConnectionMessage theirs, byte[] frame) {
    boolean dialled = party.direction() == Direction.OUTBOUND;
    byte[] first = dialled ? ours : frame;
    byte[] second = dialled ? frame : ours;
    try (SessionKeys session =
        SessionKeys.derive(
            party.box(),
            party.identity().secretKey(),
            theirs.publicKey(),
            party.role(),
            Transcript.of(first, second))) {
      return new Keys(session.sealer(), session.opener());
    }
  }

  @Override
  public Turn fail(Fault fault) {
    return Turn.failing(fault);
  }
}
