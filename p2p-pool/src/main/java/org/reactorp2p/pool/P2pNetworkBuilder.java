/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.handshake.OwnMetadata;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Codec;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.score.PeerScore;
import org.reactorp2p.pool.store.KeptBook;
import org.reactorp2p.scheduler.ByteRate;

/**
 * Describes a network before there is one. Immutable: every method returns another builder, and one
 * builder makes any number of networks. What cannot work is refused with one sentence, an {@link
 * IllegalArgumentException}, as soon as it is known.
 *
 * @param <M> the application's messages
 * @param <P> what the application keeps of a peer
 * @param <C> what nodes say of themselves when a connection begins
 */
public final class P2pNetworkBuilder<M, P, C> {

  private final Blueprint<M> plan;
  private final MetadataFormats<P, C> formats;

  private P2pNetworkBuilder(Blueprint<M> plan, MetadataFormats<P, C> formats) {
    this.plan = plan;
    this.formats = formats;
  }

  static <M> P2pNetworkBuilder<M, NoMetadata, ConnectionMetadata> of(
      MessageCodec<M> codec, Identity identity, ChainName chain, Environment environment) {
    NetworkConfig config = NetworkConfig.of(chain);
    var plan =
        new Blueprint<>(codec, identity, config, PeerScore.OBSERVED, Optional.empty(), environment);
    return new P2pNetworkBuilder<>(plan, MetadataFormats.DEFAULT);
  }

  /** Takes connections there; port 0 for any free one. */
  public P2pNetworkBuilder<M, P, C> listen(Point at) {
    return config(config().withListen(at));
  }

  /** Dials this one too, again and again until it is connected. */
  public P2pNetworkBuilder<M, P, C> peer(PeerAddress address) {
    List<PeerAddress> more = new ArrayList<>(config().peers());
    more.add(address);
    return config(config().withPeers(more));
  }

  /** Announces something else than the port we listen on. */
  public P2pNetworkBuilder<M, P, C> announce(Announcement announcement) {
    return config(config().withAnnouncement(announcement));
  }

  /** Has other limits. */
  public P2pNetworkBuilder<M, P, C> limits(ConnectionLimits limits) {
    return config(config().withLimits(limits));
  }

  /** Wants so many connections, and allows no more than the greatest of them. */
  public P2pNetworkBuilder<M, P, C> bounds(Bounds wanted) {
    return config(config().withBounds(wanted));
  }

  /** Keeps the number of connections right in another way, or not at all. */
  public P2pNetworkBuilder<M, P, C> maintenance(UnaryOperator<MaintenanceConfig> change) {
    return config(config().withMaintenance(change.apply(config().maintenance())));
  }

  /** Sends no faster, to all together. */
  public P2pNetworkBuilder<M, P, C> uploadLimit(ByteRate rate) {
    BandwidthLimits bandwidth = config().bandwidth();
    return config(config().withBandwidth(bandwidth.withUpload(rate)));
  }

  /** Receives no faster, from all together. */
  public P2pNetworkBuilder<M, P, C> downloadLimit(ByteRate rate) {
    BandwidthLimits bandwidth = config().bandwidth();
    return config(config().withBandwidth(bandwidth.withDownload(rate)));
  }

  /**
   * Values peers otherwise: of a limited bandwidth gives more to those it values more, and would
   * rather keep and find them. {@link PeerScore#OBSERVED} by default; with {@link PeerScore#EQUAL}
   * all are alike.
   */
  public P2pNetworkBuilder<M, P, C> score(PeerScore other) {
    return new P2pNetworkBuilder<>(plan.withScore(other), formats);
  }

  /** Keeps out and trusts others: changes what the configuration has. */
  public P2pNetworkBuilder<M, P, C> access(UnaryOperator<AccessConfig> change) {
    return config(config().withAccess(change.apply(config().access())));
  }

  /** Remembers more, less, or other points and peers. */
  public P2pNetworkBuilder<M, P, C> memory(MemoryConfig memory) {
    return config(config().withMemory(memory));
  }

  /** Asks others for this much proof of work, and shows no less. */
  public P2pNetworkBuilder<M, P, C> requiredDifficulty(Difficulty difficulty) {
    return handshake(handshake -> handshake.withRequiredDifficulty(difficulty));
  }

  /** Says this of itself. */
  public P2pNetworkBuilder<M, P, C> metadata(C value) {
    return connectionMetadata(formats.connection(), value);
  }

  /**
   * Says this of itself, when a connection begins, in a way that all nodes of the network
   * understand; instead of what Octez says. Afterwards {@link Metadata#of} tells what others said.
   */
  public <D> P2pNetworkBuilder<M, P, D> connectionMetadata(MetadataCodec<D> codec, D value) {
    var own = new OwnMetadata<>(codec, value);
    NetworkConfig saying = config().withHandshake(config().handshake().withMetadata(own));
    return new P2pNetworkBuilder<>(plan.withConfig(saying), formats.withConnection(codec));
  }

  /**
   * Keeps something of every peer it knows; see {@link Metadata#keep}.
   *
   * @param codec how it is written down, in {@link org.reactorp2p.pool.peer.KnownPeer#MAX_METADATA}
   *     bytes at most
   * @param initial what is kept of a peer to begin with
   */
  public <Q> P2pNetworkBuilder<M, Q, C> peerMetadata(Codec<Q> codec, Q initial) {
    return new P2pNetworkBuilder<>(plan, formats.withPeer(codec, initial));
  }

  /** Changes how it shakes hands: versions, timeouts, … */
  public P2pNetworkBuilder<M, P, C> handshake(UnaryOperator<HandshakeConfig> change) {
    return config(config().withHandshake(change.apply(config().handshake())));
  }

  /** Finds whom it knows, trusts and keeps out in this book, and writes it down there. */
  public P2pNetworkBuilder<M, P, C> peerBook(KeptBook kept) {
    return peerBook(new BookKeeping(kept, BookKeeping.USUAL));
  }

  /** The same, saving at another interval. */
  public P2pNetworkBuilder<M, P, C> peerBook(BookKeeping keeping) {
    return new P2pNetworkBuilder<>(plan.withBook(keeping), formats);
  }

  /** The configuration so far. */
  public NetworkConfig config() {
    return plan.config();
  }

  /** Has this configuration instead. */
  public P2pNetworkBuilder<M, P, C> config(NetworkConfig other) {
    return new P2pNetworkBuilder<>(plan.withConfig(other), formats);
  }

  /** A network, not started yet. May take some tens of milliseconds: it loads the boxes. */
  public P2pNetwork<M, P, C> build() {
    Identity identity = plan.identity();
    formats.requireSpokenIn(config().handshake());
    Difficulty required = config().handshake().requiredDifficulty();
    if (!required.isMetBy(identity.publicKey(), identity.stamp())) {
      throw new IllegalArgumentException(
          "our own identity shows less proof of work than we ask of others, difficulty "
              + required.value()
              + ": generate one with enough, or ask for less");
    }
    for (PeerAddress peer : config().peers()) {
      if (peer.expected().filter(identity.peerId()::equals).isPresent()) {
        throw new IllegalArgumentException(peer + " is to be dialled, but that is our own id");
      }
    }
    // Asked here for the first time: to load the boxes is nothing for the thread that decides, and
    // the earlier their trial begins, the fewer connections seal with the slower one for life.
    Objects.requireNonNull(plan.environment().box().get(), "the environment has no box");
    return new P2pNetwork<>(plan, formats);
  }
}
