/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.Opaque;
import org.reactorp2p.core.wire.MalformedException;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.Memory;
import org.reactorp2p.pool.peer.PeerView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What nodes say of themselves when a connection begins, and what we keep of peers from one
 * connection to the next, in the peer book too if there is one. Both are the application's own; see
 * {@link P2pNetworkBuilder#connectionMetadata} and {@link P2pNetworkBuilder#peerMetadata}.
 *
 * <p>May be asked from any thread, before the start and after the stop too. The Monos are cold and
 * emit on a thread of the environment's delivery scheduler, which may block.
 *
 * @param <P> what is kept of a peer
 * @param <C> what a node says of itself
 */
public final class Metadata<P, C> {

  private static final Logger LOG = LoggerFactory.getLogger(Metadata.class);

  private final MetadataFormats<P, C> formats;
  private final C own;
  private final Memory memory;
  private final Office office;
  private final Scheduler delivery;

  Metadata(MetadataFormats<P, C> formats, C own, Premises<?> premises, Scheduler delivery) {
    this.formats = formats;
    this.own = own;
    this.memory = premises.memory();
    this.office = premises.office();
    this.delivery = delivery;
  }

  /** What we say of ourselves. */
  public C own() {
    return own;
  }

  /** What the peer at the other end of a connection of this network said of itself. */
  public C of(PeerConnection<?> connection) {
    return formats.connection().of(connection.info().metadata());
  }

  /**
   * What is kept of this peer; the initial value if nothing is, or if what is kept was written by
   * another codec.
   */
  public Mono<P> kept(PeerId peer) {
    return Mono.fromSupplier(
            () -> memory.peer(peer).map(PeerView::known).flatMap(KnownPeer::metadata))
        .subscribeOn(office.decisions())
        .publishOn(delivery)
        .map(bytes -> decode(peer, bytes));
  }

  /**
   * Keeps this of the peer, in place of whatever was kept.
   *
   * @return whether it is kept: only what proved who it is, and was not forgotten, is known and has
   *     metadata; fails with what the codec threw, an {@link
   *     org.reactorp2p.core.wire.UnencodableException} if the value takes more than {@link
   *     KnownPeer#MAX_METADATA} bytes
   */
  public Mono<Boolean> keep(PeerId peer, P value) {
    return change(peer, before -> value).hasElement();
  }

  /**
   * Changes what is kept of this peer; no other change comes between.
   *
   * @param change called on the thread that decides, so it must be quick and never block
   * @return what is kept now; empty if the peer is not known; fails as {@link #keep}, or with what
   *     the change threw
   */
  public Mono<P> change(PeerId peer, UnaryOperator<P> change) {
    return Mono.fromSupplier(() -> changed(peer, change))
        .flatMap(Mono::justOrEmpty)
        .subscribeOn(office.decisions())
        .publishOn(delivery);
  }

  private Optional<P> changed(PeerId peer, UnaryOperator<P> change) {
    return memory
        .describe(peer, before -> formats.encode(change.apply(decode(peer, before))))
        .map(now -> decode(peer, Optional.of(now)));
  }

  private P decode(PeerId peer, Optional<Opaque> kept) {
    try {
      return kept.map(bytes -> formats.peer().ofBytes(bytes.toBytes())).orElseGet(formats::initial);
    } catch (MalformedException other) {
      LOG.warn("what is kept of {} is not of this application: {}", peer, other.getMessage());
      return formats.initial();
    }
  }
}
