/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;

/** People to shake hands with. */
final class Parties {

  static final ChainName CHAIN = ChainName.of("SANDBOXED_TEZOS");

  static final HandshakeConfig CONFIG =
      HandshakeConfig.of(CHAIN).withRequiredDifficulty(Difficulty.NONE);

  static final Point REMOTE = Point.parse("192.0.2.7:40001");

  private Parties() {}

  /** An identity that is the same for the same number, and has no stamp to speak of. */
  static Identity identity(int number) {
    byte[] secret = new byte[SecretKey.LENGTH];
    Arrays.fill(secret, (byte) number);
    byte[] stamp = new byte[ProofOfWorkStamp.LENGTH];
    return Identity.of(SecretKey.of(secret), ProofOfWorkStamp.of(stamp));
  }

  static MessageNonce nonce(int number) {
    byte[] bytes = new byte[MessageNonce.LENGTH];
    Arrays.fill(bytes, (byte) number);
    return MessageNonce.of(bytes);
  }

  static Party party(int number, Direction direction, HandshakeConfig config) {
    return new Party(config, identity(number), Admission.OPEN, direction, REMOTE, Optional.empty());
  }

  static Party dialler(int number) {
    return party(number, Direction.OUTBOUND, CONFIG);
  }

  static Party listener(int number) {
    return party(number, Direction.INBOUND, CONFIG);
  }

  static Party expecting(Party party, PeerId peer) {
    return new Party(
        party.config(),
        party.identity(),
        party.admission(),
        party.direction(),
        party.remote(),
        Optional.of(peer));
  }

  static Party admitting(Party party, Admission admission) {
    return new Party(
        party.config(),
        party.identity(),
        admission,
        party.direction(),
        party.remote(),
        party.expected());
  }

  /** A config in which every value differs from that of others. */
  static HandshakeConfig chatty() {
    return new HandshakeConfig(
        OptionalInt.of(9732),
        CHAIN,
        CONFIG.distributedDbVersions(),
        CONFIG.p2pVersions(),
        Difficulty.NONE,
        new OwnMetadata<>(MetadataCodec.OCTEZ, new ConnectionMetadata(true, true)),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }
}
