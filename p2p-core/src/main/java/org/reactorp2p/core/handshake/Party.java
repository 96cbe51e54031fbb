/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.Optional;
import java.util.OptionalInt;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.session.Role;

/**
 * What does not change in the course of a handshake: who we are, on which link, and whom to expect.
 *
 * @param identity ours; stays its owner's
 * @param remote the other end of the link
 * @param expected who must answer, if that is known
 * @param box seals and opens what follows the greetings
 */
record Party(
    HandshakeConfig config,
    Identity identity,
    Admission admission,
    Direction direction,
    Point remote,
    Optional<PeerId> expected,
    Box box) {

  /** With the plain box. */
  Party(
      HandshakeConfig config,
      Identity identity,
      Admission admission,
      Direction direction,
      Point remote,
      Optional<PeerId> expected) {
    this(config, identity, admission, direction, remote, expected, Boxes.plain());
  }

  Role role() {
    return direction == Direction.OUTBOUND ? Role.INITIATOR : Role.RESPONDER;
  }

  /** Where a peer that announced this port may be reached back. */
  IdPoint idPoint(OptionalInt announcedPort) {
    return new IdPoint(
        remote.address(),
        direction == Direction.OUTBOUND ? OptionalInt.of(remote.port()) : announcedPort);
  }

  /** Our connection message. */
  ConnectionMessage hello(MessageNonce messageNonce) {
    return new ConnectionMessage(
        config.announcedPort(),
        identity.publicKey(),
        identity.stamp(),
        messageNonce,
        config.announcedVersion());
  }
}
