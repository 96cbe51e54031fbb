/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.handshake.OwnMetadata;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.Announcement;
import org.reactorp2p.pool.acl.Visitors;
import picocli.CommandLine.Option;

/** The flags about what a node says of itself and asks of its peers. */
public final class HandshakeOptions {

  private static final int MAX_VERSION = 0xffff;
  private static final Duration LONGEST = Duration.ofHours(1);

  @Option(
      names = "--chain",
      paramLabel = "NAME",
      defaultValue = "TEZOS_MAINNET",
      description = "Name of the network. Peers of another name are refused.")
  private String chain;

  @Option(
      names = "--ddb-versions",
      paramLabel = "N,..",
      split = ",",
      defaultValue = "0,1,2",
      description = "Versions of the layer above that we speak; the greatest in common is chosen.")
  private Set<Integer> ddbVersions;

  @Option(
      names = "--p2p-versions",
      paramLabel = "N,..",
      split = ",",
      defaultValue = "0,1",
      description = "Versions of this layer that we speak. From 1 on, refusals come with a reason.")
  private Set<Integer> p2pVersions;

  @Option(
      names = "--required-difficulty",
      paramLabel = "BITS",
      defaultValue = "26",
      converter = DifficultyConverter.class,
      description = "Proof of work that a peer must show, in bits; 0 accepts everybody.")
  private Difficulty requiredDifficulty;

  @Option(
      names = "--advertised-port",
      paramLabel = "PORT",
      description =
          "Port that peers are told to reach us at; 0 tells them none. Default: the port we listen on.")
  private @Nullable Integer advertisedPort;

  @Option(
      names = "--private",
      description =
          "Private mode: talk to trusted peers only, and tell them to keep our address to"
              + " themselves.",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
  private boolean privateNode;

  @Option(
      names = "--disable-mempool",
      description = "Tell peers that we want no pending operations.",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
  private boolean disableMempool;

  @Option(
      names = "--authentication-timeout",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = TimeConverter.class,
      description = "How long a peer that dials us may take for the whole handshake.")
  private Duration authenticationTimeout;

  @Option(
      names = "--connection-timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = TimeConverter.class,
      description = "How long a dial may take: waiting for its turn, link and handshake.")
  private Duration connectionTimeout;

  @Option(
      names = "--frame-size",
      paramLabel = "BYTES",
      defaultValue = "65535",
      description = "Largest frame we send, with its length and tag: 19 to 65535.")
  private int frameSize;

  /**
   * All flags together, checked.
   *
   * @throws BadInputException with a sentence that names the flag
   */
  public HandshakeConfig toConfig() {
    requireVersions("--ddb-versions", ddbVersions);
    requireVersions("--p2p-versions", p2pVersions);
    requireTime("--authentication-timeout", authenticationTimeout);
    requireTime("--connection-timeout", connectionTimeout);
    return HandshakeConfig.of(chain())
        .withVersions(new TreeSet<>(ddbVersions), new TreeSet<>(p2pVersions))
        .withRequiredDifficulty(requiredDifficulty)
        .withTimeouts(authenticationTimeout, connectionTimeout)
        .withMetadata(
            new OwnMetadata<>(
                MetadataCodec.OCTEZ, new ConnectionMetadata(disableMempool, privateNode)));
  }

  /** The limits of the wire, with our frame size. */
  public WireLimits toLimits() {
    if (frameSize < WireLimits.MIN_FRAME_SIZE || frameSize > WireLimits.MAX_FRAME_SIZE) {
      throw new BadInputException(
          "--frame-size " + frameSize + " cannot be used: give 19 to 65535 bytes");
    }
    return WireLimits.DEFAULT.withFrameSize(frameSize);
  }

  /** The work that a peer must show. */
  public Difficulty requiredDifficulty() {
    return requiredDifficulty;
  }

  /** Whom we talk to. */
  public Visitors visitors() {
    return privateNode ? Visitors.TRUSTED_ONLY : Visitors.EVERYBODY;
  }

  /** What peers are told of our port. */
  public Announcement toAnnouncement() {
    if (advertisedPort == null) {
      return new Announcement.ListeningPort();
    }
    if (advertisedPort < 0 || advertisedPort > Point.MAX_PORT) {
      throw new BadInputException(
          "--advertised-port "
              + advertisedPort
              + " cannot be used: give a port from 1 to 65535, or 0 to announce none");
    }
    return advertisedPort == 0 ? new Announcement.Nothing() : new Announcement.Port(advertisedPort);
  }

  /** The name of the network. */
  public ChainName chain() {
    try {
      return ChainName.of(chain);
    } catch (IllegalArgumentException tooLong) {
      throw new BadInputException("--chain cannot be used: " + tooLong.getMessage());
    }
  }

  private static void requireTime(String flag, Duration time) {
    if (time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new BadInputException(flag + " cannot be used: give a time from 1s to 1h");
    }
  }

  private static void requireVersions(String flag, Set<Integer> versions) {
    if (versions.isEmpty() || !versions.stream().allMatch(v -> v >= 0 && v <= MAX_VERSION)) {
      throw new BadInputException(
          flag + " cannot be used: give one or more numbers from 0 to 65535, such as 0,1");
    }
  }
}
