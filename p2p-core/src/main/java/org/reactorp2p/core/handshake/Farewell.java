/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.List;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Ack;

/** Our no, in the words that the peer understands. */
final class Farewell {

  private Farewell() {}

  /** Whether the peer can read a motive and points: its announced version says, not the agreed. */
  static boolean isReadBy(Candidate candidate) {
    return candidate.announced().p2pVersion() >= HandshakeConfig.NACK_WITH_POINTS_SINCE;
  }

  /** Ends a conversation with a Nack, and wipes its keys. */
  static Turn nack(
      Keys keys, Candidate candidate, Fault fault, NackMotive motive, List<Point> points) {
    Ack no = isReadBy(candidate) ? new Ack.Nack(motive, points) : new Ack.NackV0();
    byte[] frame = keys.seal(Ack.CODEC.toBytes(no));
    keys.wipe();
    return new Turn(new Conversation.Failed(fault, candidate), frame);
  }
}
