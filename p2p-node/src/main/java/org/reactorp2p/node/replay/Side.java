/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.handshake.OwnMetadata;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;

/**
 * One of the two nodes: who it is and how it was set up.
 *
 * @param handshake what it says of itself and asks of others
 * @param limits how it cuts its messages
 * @param discovery whether it tells points to others
 */
record Side(
    Role role, Identity identity, HandshakeConfig handshake, WireLimits limits, Flag discovery) {

  private static final int MAX_UINT16 = 0xffff;

  /** Reads it and checks all that follows from the rest. */
  static Side read(Field root, Role role) {
    Field side = root.get(role.label());
    side.get("role").mustBe(role.description());
    Identity identity = identity(side.get("identity"));
    Field config = side.get("config");
    config.get("listening_port").integer(0, Point.MAX_PORT);
    config.get("max_connections").integer(0, Integer.MAX_VALUE);
    return new Side(
        role,
        identity,
        handshake(config),
        limits(config.get("binary_chunks_size")),
        Flag.of(!config.get("disable_peer_discovery").flag()));
  }

  private static Identity identity(Field field) {
    SecretKey secret = SecretKey.of(field.get("secret_key").hex(SecretKey.LENGTH));
    field.get("public_key").mustBeHex(secret.publicKey().toBytes());
    PeerId id = secret.publicKey().peerId();
    field.get("peer_id_bytes").mustBeHex(id.toBytes());
    field.get("peer_id").mustBe(id.toString());
    byte[] stamp = field.get("proof_of_work_stamp").hex(ProofOfWorkStamp.LENGTH);
    return Identity.of(secret, ProofOfWorkStamp.of(stamp));
  }

  private static HandshakeConfig handshake(Field config) {
    int port = config.get("advertised_port").integer(0, Point.MAX_PORT);
    var metadata =
        new ConnectionMetadata(
            config.get("disable_mempool").flag(), config.get("private_mode").flag());
    return HandshakeConfig.of(ChainName.of(config.get("chain_name").text()))
        .withAnnouncedPort(port == 0 ? OptionalInt.empty() : OptionalInt.of(port))
        .withVersions(
            versions(config.get("distributed_db_versions")), versions(config.get("p2p_versions")))
        .withRequiredDifficulty(difficulty(config.get("proof_of_work_difficulty_required")))
        .withMetadata(new OwnMetadata<>(MetadataCodec.OCTEZ, metadata));
  }

  private static Set<Integer> versions(Field field) {
    List<Field> items = field.items();
    Set<Integer> versions = new TreeSet<>();
    for (Field item : items) {
      if (!versions.add(item.integer(0, MAX_UINT16))) {
        throw item.wrong("the same version twice");
      }
    }
    if (versions.isEmpty()) {
      throw field.wrong("no version at all");
    }
    return Collections.unmodifiableSet(versions);
  }

  private static Difficulty difficulty(Field field) {
    double bits = field.number();
    if (!(bits >= 0 && bits <= 256)) {
      throw field.wrong("should be within 0 and 256, and is " + bits);
    }
    return Difficulty.of(bits);
  }

  private static WireLimits limits(Field frameSize) {
    return frameSize.isNull()
        ? WireLimits.DEFAULT
        : WireLimits.DEFAULT.withFrameSize(
            frameSize.integer(WireLimits.MIN_FRAME_SIZE, WireLimits.MAX_FRAME_SIZE));
  }
}
