/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.time.Duration;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.crypto.identity.Difficulty;

/**
 * What a node says of itself in a handshake, and what it asks of others.
 *
 * @param announcedPort the port under which others may dial us, 1 to 65,535, or empty
 * @param chainName the network
 * @param distributedDbVersions versions of the layer above that we support, at least one, each 0 to
 *     65,535; the greatest is announced
 * @param p2pVersions the same for this layer
 * @param requiredDifficulty the work a peer's stamp must show
 * @param metadata what we tell a peer under encryption
 * @param inboundTimeout the time for the whole handshake with a peer that dialled us
 * @param outboundTimeout the same with one we dialled
 */
public record HandshakeConfig(
    OptionalInt announcedPort,
    ChainName chainName,
    Set<Integer> distributedDbVersions,
    Set<Integer> p2pVersions,
    Difficulty requiredDifficulty,
    OwnMetadata<?> metadata,
    Duration inboundTimeout,
    Duration outboundTimeout) {

  private static final int MAX_UINT16 = 0xffff;

  /** From this p2p version on a Nack carries a motive and points. */
  public static final int NACK_WITH_POINTS_SINCE = 1;

  /** Octez's <i>authentication timeout</i>. */
  public static final Duration DEFAULT_INBOUND_TIMEOUT = Duration.ofSeconds(5);

  /** Octez's <i>connection timeout</i>. */
  public static final Duration DEFAULT_OUTBOUND_TIMEOUT = Duration.ofSeconds(10);

  public HandshakeConfig {
    if (announcedPort.isPresent()
        && (announcedPort.getAsInt() < 1 || announcedPort.getAsInt() > MAX_UINT16)) {
      throw new IllegalArgumentException("an announced port is within 1 to 65535");
    }
    distributedDbVersions = versions("distributed db", distributedDbVersions);
    p2pVersions = versions("p2p", p2pVersions);
    requirePositive("inbound timeout", inboundTimeout);
    requirePositive("outbound timeout", outboundTimeout);
  }

  /**
   * A node of this chain with what Octez has by default: distributed db versions 0 to 2, p2p
   * versions 0 and 1, difficulty 26, neither private nor without mempool, not listening.
   */
  public static HandshakeConfig of(ChainName chainName) {
    return new HandshakeConfig(
        OptionalInt.empty(),
        chainName,
        Set.of(0, 1, 2),
        Set.of(0, 1),
        Difficulty.DEFAULT,
        new OwnMetadata<>(MetadataCodec.OCTEZ, ConnectionMetadata.DEFAULT),
        DEFAULT_INBOUND_TIMEOUT,
        DEFAULT_OUTBOUND_TIMEOUT);
  }

  /** The version we announce: the greatest of each kind. */
  public NetworkVersion announcedVersion() {
    return new NetworkVersion(
        chainName, Collections.max(distributedDbVersions), Collections.max(p2pVersions));
  }

  /** The same, announcing another port, or none. */
  public HandshakeConfig withAnnouncedPort(OptionalInt port) {
    return new HandshakeConfig(
        port,
        chainName,
        distributedDbVersions,
        p2pVersions,
        requiredDifficulty,
        metadata,
        inboundTimeout,
        outboundTimeout);
  }

  /** The same, supporting other versions. */
  public HandshakeConfig withVersions(Set<Integer> distributedDb, Set<Integer> p2p) {
    return new HandshakeConfig(
        announcedPort,
        chainName,
        distributedDb,
        p2p,
        requiredDifficulty,
        metadata,
        inboundTimeout,
        outboundTimeout);
  }

  /** The same, asking for other work. */
  public HandshakeConfig withRequiredDifficulty(Difficulty difficulty) {
    return new HandshakeConfig(
        announcedPort,
        chainName,
        distributedDbVersions,
        p2pVersions,
        difficulty,
        metadata,
        inboundTimeout,
        outboundTimeout);
  }

  /** The same, saying something else of ourselves. */
  public HandshakeConfig withMetadata(OwnMetadata<?> other) {
    return new HandshakeConfig(
        announcedPort,
        chainName,
        distributedDbVersions,
        p2pVersions,
        requiredDifficulty,
        other,
        inboundTimeout,
        outboundTimeout);
  }

  /** The same, with other patience. */
  public HandshakeConfig withTimeouts(Duration inbound, Duration outbound) {
    return new HandshakeConfig(
        announcedPort,
        chainName,
        distributedDbVersions,
        p2pVersions,
        requiredDifficulty,
        metadata,
        inbound,
        outbound);
  }

  private static SortedSet<Integer> versions(String which, Set<Integer> versions) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("at least one " + which + " version must be supported");
    }
    SortedSet<Integer> sorted = new TreeSet<>(versions);
    if (sorted.first() < 0 || sorted.last() > MAX_UINT16) {
      throw new IllegalArgumentException("a " + which + " version is within 0 to 65535");
    }
    return Collections.unmodifiableSortedSet(sorted);
  }

  private static void requirePositive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("the " + what + " must be positive");
    }
  }
}
