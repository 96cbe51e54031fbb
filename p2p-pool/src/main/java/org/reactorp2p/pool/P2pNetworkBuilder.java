/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.pool.bandwidth.PeerScore;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.store.PeerBook;
import org.reactorp2p.scheduler.ByteRate;

/**
 * Describes a network before there is one. Immutable: every method returns another builder, and one
 * builder makes any number of networks. What cannot work is refused with one sentence, an {@link
 * IllegalArgumentException}, as soon as it is known.
 *
 * @param <M> the application's messages
 */
public final class P2pNetworkBuilder<M> {

  private final MessageCodec<M> codec;
  private final Identity identity;
  private final NetworkConfig config;
  private final PeerScore score;
  private final Optional<BookKeeping> book;
  private final Environment environment;

  private P2pNetworkBuilder(
      MessageCodec<M> codec,
      Identity identity,
      NetworkConfig config,
      PeerScore score,
      Optional<BookKeeping> book,
      Environment environment) {
    this.codec = codec;
    this.identity = identity;
    this.config = config;
    this.score = score;
    this.book = book;
    this.environment = environment;
  }

  static <M> P2pNetworkBuilder<M> of(
      MessageCodec<M> codec, Identity identity, ChainName chain, Environment environment) {
    return new P2pNetworkBuilder<>(
        codec, identity, NetworkConfig.of(chain), PeerScore.EQUAL, Optional.empty(), environment);
  }

  /** Takes connections there; port 0 for any free one. */
  public P2pNetworkBuilder<M> listen(Point at) {
    return config(config.withListen(at));
  }

  /** Dials this one too, again and again until it is connected. */
  public P2pNetworkBuilder<M> peer(PeerAddress address) {
    List<PeerAddress> more = new ArrayList<>(config.peers());
    more.add(address);
    return config(config.withPeers(more));
  }

  /** Announces something else than the port we listen on. */
  public P2pNetworkBuilder<M> announce(Announcement announcement) {
    return config(config.withAnnouncement(announcement));
  }

  /** Has other limits. */
  public P2pNetworkBuilder<M> limits(ConnectionLimits limits) {
    return config(config.withLimits(limits));
  }

  /** Sends no faster, to all together. */
  public P2pNetworkBuilder<M> uploadLimit(ByteRate rate) {
    BandwidthLimits bandwidth = config.bandwidth();
    return config(config.withBandwidth(bandwidth.withUpload(rate)));
  }

  /** Receives no faster, from all together. */
  public P2pNetworkBuilder<M> downloadLimit(ByteRate rate) {
    BandwidthLimits bandwidth = config.bandwidth();
    return config(config.withBandwidth(bandwidth.withDownload(rate)));
  }

  /** Gives more of a limited bandwidth to those it values more; without it, all get alike. */
  public P2pNetworkBuilder<M> score(PeerScore other) {
    return new P2pNetworkBuilder<>(codec, identity, config, other, book, environment);
  }

  /** Keeps out and trusts others: changes what the configuration has. */
  public P2pNetworkBuilder<M> access(UnaryOperator<AccessConfig> change) {
    return config(config.withAccess(change.apply(config.access())));
  }

  /** Remembers more, less, or other points and peers. */
  public P2pNetworkBuilder<M> memory(MemoryConfig memory) {
    return config(config.withMemory(memory));
  }

  /** Asks others for this much proof of work, and shows no less. */
  public P2pNetworkBuilder<M> requiredDifficulty(Difficulty difficulty) {
    return handshake(handshake -> handshake.withRequiredDifficulty(difficulty));
  }

  /** Says this of itself. */
  public P2pNetworkBuilder<M> metadata(ConnectionMetadata metadata) {
    return handshake(handshake -> handshake.withMetadata(metadata));
  }

  /** Changes how it shakes hands: versions, timeouts, … */
  public P2pNetworkBuilder<M> handshake(UnaryOperator<HandshakeConfig> change) {
    return config(config.withHandshake(change.apply(config.handshake())));
  }

  /** Finds whom it knows, trusts and keeps out in this book, and writes it down there. */
  public P2pNetworkBuilder<M> peerBook(PeerBook kept) {
    return peerBook(new BookKeeping(kept, BookKeeping.USUAL));
  }

  /** The same, saving at another interval. */
  public P2pNetworkBuilder<M> peerBook(BookKeeping keeping) {
    return new P2pNetworkBuilder<>(
        codec, identity, config, score, Optional.of(keeping), environment);
  }

  /** The configuration so far. */
  public NetworkConfig config() {
    return config;
  }

  /** Has this configuration instead. */
  public P2pNetworkBuilder<M> config(NetworkConfig other) {
    return new P2pNetworkBuilder<>(codec, identity, other, score, book, environment);
  }

  /** A network, not started yet. May take some tens of milliseconds: it loads the boxes. */
  public P2pNetwork<M> build() {
    Difficulty required = config.handshake().requiredDifficulty();
    if (!required.isMetBy(identity.publicKey(), identity.stamp())) {
      throw new IllegalArgumentException(
          "our own identity shows less proof of work than we ask of others, difficulty "
              + required.value()
              + ": generate one with enough, or ask for less");
    }
    for (PeerAddress peer : config.peers()) {
      if (peer.expected().filter(identity.peerId()::equals).isPresent()) {
        throw new IllegalArgumentException(peer + " is to be dialled, but that is our own id");
      }
    }
    // Asked here for the first time: to load the boxes is nothing for the thread that decides, and
    // the earlier their trial begins, the fewer connections seal with the slower one for life.
    Objects.requireNonNull(environment.box().get(), "the environment has no box");
    return new P2pNetwork<>(new Blueprint<>(codec, identity, config, score, book, environment));
  }
}
