/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.model.Opaque;
import org.reactorp2p.core.wire.Codec;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.WireWriter;
import org.reactorp2p.pool.peer.KnownPeer;

/**
 * What an application's metadata look like.
 *
 * @param peer what it keeps of each peer
 * @param initial what it keeps of a peer to begin with
 * @param connection what nodes tell each other before one admits the other
 * @param <P> what is kept of a peer
 * @param <C> what a node says of itself
 */
record MetadataFormats<P, C>(Codec<P> peer, P initial, MetadataCodec<C> connection) {

  /** As it is unless the application chooses: nothing is kept, and Octez is understood. */
  static final MetadataFormats<NoMetadata, ConnectionMetadata> DEFAULT =
      new MetadataFormats<>(MetadataCodec.NONE, NoMetadata.NONE, MetadataCodec.OCTEZ);

  /** Refuses an initial value that could not be kept. */
  MetadataFormats {
    encode(peer, initial);
  }

  <Q> MetadataFormats<Q, C> withPeer(Codec<Q> codec, Q first) {
    return new MetadataFormats<>(codec, first, connection);
  }

  <D> MetadataFormats<P, D> withConnection(MetadataCodec<D> codec) {
    return new MetadataFormats<>(peer, initial, codec);
  }

  /** Refuses a handshake in which we would speak otherwise than we understand. */
  void requireSpokenIn(HandshakeConfig handshake) {
    if (handshake.metadata().codec() != connection) {
      throw new IllegalArgumentException(
          "the handshake's metadata are in another codec than the network's:"
              + " name both at once by connectionMetadata(codec, value), after config and handshake");
    }
  }

  /** As it is kept. */
  Opaque encode(P value) {
    return encode(peer, value);
  }

  private static <T> Opaque encode(Codec<T> codec, T value) {
    var out = new WireWriter(KnownPeer.MAX_METADATA);
    codec.encode(value, out);
    return Opaque.of(out.toBytes());
  }
}
